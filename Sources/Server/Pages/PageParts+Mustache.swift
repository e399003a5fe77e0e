import Mustache

// Templates find fields by reflection, which is slow. The values that stand in every row of a list, and in every place
// of a serial number, name their fields themselves: a page of fifty candidates takes less than half the time.

extension SerialStrip: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "places": places
        case "spoken": spoken
        default: nil
        }
    }
}

extension SerialStrip.Place: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "character": character
        case "kind": kind
        default: nil
        }
    }
}

extension Badge: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "code": code
        case "label": label
        default: nil
        }
    }
}

extension BureauName: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "countryCode": countryCode
        case "name": self.name
        default: nil
        }
    }
}

extension TimeStamp: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "machine": machine
        case "text": text
        default: nil
        }
    }
}

extension ReasonChip: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "tone": tone
        case "text": text
        default: nil
        }
    }
}

extension Choice: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "value": value
        case "label": label
        case "isSelected": isSelected
        default: nil
        }
    }
}

extension CandidateRow: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "path": path
        case "score": score
        case "serial": serial
        case "heading": heading
        case "part": part
        case "firearm": firearm
        case "recordClass": recordClass
        case "status": status
        case "handling": handling
        case "owner": owner
        case "date": date
        case "place": place
        case "reasons": reasons
        default: nil
        }
    }
}
