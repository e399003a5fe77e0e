import Foundation

// What libFuzzer calls. It is compiled together with the sources of Identity into one program; see scripts/fuzz-texts.

/// Reads one input as a text. The first byte says as what.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let kind = UnsafeBufferPointer(start: start, count: count).first else { return 0 }
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count).dropFirst(), as: UTF8.self)
    switch kind % 4 {
    case 0: checkZone(text)
    case 1: checkName(text)
    case 2: checkVehicle(text)
    default: checkDocument(text)
    }
    return 0
}

/// A zone that was put right is read again as the same, without further repairs.
private func checkZone(_ text: String) {
    guard let zone = try? MachineReadableZone(text) else { return }
    precondition(zone.lines.allSatisfy { $0.utf8.count == zone.format.lineLength }, "a line of another length")
    guard let again = try? MachineReadableZone(zone.lines.joined(separator: "\n")) else {
        preconditionFailure("a zone that was put right is not read")
    }
    precondition(again.format == zone.format, "the format changed")
    if zone.isValid { precondition(again.documentNumber == zone.documentNumber, "the number changed") }
}

/// A name agrees with itself, and the comparison is the same both ways.
private func checkName(_ text: String) {
    let names = PreparedName.names(in: text, kind: .person)
    var comparer = NameComparer()
    for name in names.prefix(2) {
        let score = comparer.compare(name, name)
        precondition((0...1).contains(score), "a score outside its bounds")
        for other in names.prefix(2) { precondition((0...1).contains(comparer.compare(name, other))) }
    }
}

/// What is folded is folded to itself, and a plate is among what is looked for.
private func checkVehicle(_ text: String) {
    if let number = VehicleIdentificationNumber(text) {
        precondition(VehicleIdentificationNumber(number.text)?.text == number.text, "the number changed")
        precondition(number.likelyReadings.allSatisfy { $0.utf8.count == 17 }, "a reading of another length")
    }
    if let plate = LicencePlate(text) { precondition(plate.candidates.first == plate.text, "the plate is left out") }
    if let engine = EngineNumber(text) { precondition(engine.folded.utf8.count == engine.text.utf8.count) }
}

/// A number lies in the range of itself, and every range is found by its blocks.
private func checkDocument(_ text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1).map(String.init)
    guard let first = parts.first.flatMap({ DocumentNumber($0) }) else { return }
    precondition(DocumentNumberRange(first, first)?.contains(first) == true, "no range of itself")
    guard parts.count == 2, let last = DocumentNumber(parts[1]), let range = DocumentNumberRange(first, last) else {
        return
    }
    let blocks = Set(range.blocks)
    precondition(blocks.count <= 2 * 9 * DocumentNumberRange.mostVaryingDigits + 1, "more blocks than needed")
    for number in [first, last] {
        precondition(
            blocks.contains(number.folded) || !blocks.isDisjoint(with: number.blocks), "a number without a block")
    }
}

extension Bundle {
    /// The module's files, where no package manager lays them.
    static let module =
        Bundle(path: ProcessInfo.processInfo.environment["IDENTITY_FILES"] ?? "Sources/Identity") ?? .main
}
