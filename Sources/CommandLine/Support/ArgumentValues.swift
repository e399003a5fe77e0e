public import ArgumentParser
public import Firearms
public import Registry

// The codes of the registry as values of options; help and completions list them.

extension RecordClass: ExpressibleByArgument {}
extension DocumentClass: ExpressibleByArgument {}
extension DocumentType: ExpressibleByArgument {}
extension VehicleClass: ExpressibleByArgument {}
extension RecordStatus: ExpressibleByArgument {}
extension HandlingLevel: ExpressibleByArgument {}
extension Purpose: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension SpellingCorrection.Field: ExpressibleByArgument {}
extension ReferenceKind: ExpressibleByArgument {}
