import Firearms
import Matching
import Storage

/// The search keys of a firearm: those of every number that has enough readable characters.
enum RecordKeys {
    static func keys(of firearm: Firearm) -> [SerialKey] {
        var keys: [SerialKey] = []
        for number in firearm.numbers {
            for key in SerialKeys.keys(for: number) where !keys.contains(key) { keys.append(key) }
        }
        return keys
    }
}

extension RecordContent {
    /// What the number index keeps beside each number.
    var traits: SerialTraits {
        SerialTraits(
            makeCode: firearm.makeCode, calibreCode: firearm.calibreCode, type: firearm.type,
            isOpen: handling == .officialUseOnly && (hiddenFrom ?? []).isEmpty
        )
    }
}

/// Content with everything the database needs derived from it, made outside the transaction so that the writer
/// thread only writes.
struct PreparedContent: Sendable {
    let content: RecordContent
    let document: String
    let keys: [SerialKey]
    let serial: String
    /// The normalised number that makes a second record of the same gun a duplicate; nil where it is not legible.
    let duplicateKey: (folded: String, normalised: String)?
    /// What the number index keeps beside each number while the record is searched.
    let traits: SerialTraits
    /// The values of the columns from `class` to `document`, in the order of `RecordStore.insert`.
    let columnValues: [DatabaseValue]

    init(_ content: RecordContent) {
        self.content = content
        document = content.document
        keys = RecordKeys.keys(of: content.firearm)
        let primary = content.firearm.primaryNumber
        serial = primary?.text ?? ""
        if let pattern = primary?.pattern, !pattern.hasUnreadablePlaces, pattern.normalised.utf8.count >= 3 {
            duplicateKey = (pattern.folded, pattern.normalised)
        } else {
            duplicateKey = nil
        }
        let firearm = content.firearm
        traits = content.traits
        columnValues = [
            .text(content.recordClass.rawValue), .integer(Int64(content.handling.rank)),
            .text(AccessStore.hiddenFromColumn(content.hiddenFrom ?? [])),
            .optional(content.retentionUntil?.description), .text(serial), .text(firearm.make ?? ""),
            .optional(firearm.makeCode), .text(firearm.model ?? ""), .text(firearm.calibre ?? ""),
            .optional(firearm.calibreCode), .optional(firearm.type?.rawValue),
            .optional(firearm.countryOfManufacture?.code), .text(document),
        ]
    }

    /// The traits as the database keeps them.
    func storedTraits(_ status: RecordStatus) -> Int64 { status.isSearchable ? Int64(traits.rawValue) : -1 }

    /// Whether nothing speaks against a recorded gun with an equal number being this one.
    func isSameGun(makeCode: String?, make: String, model: String, calibreCode: String?) -> Bool {
        let firearm = content.firearm
        if let mine = firearm.makeCode, let theirs = makeCode {
            if mine != theirs { return false }
        } else if !Self.same(firearm.make ?? "", make) {
            return false
        }
        if let mine = firearm.calibreCode, let theirs = calibreCode, mine != theirs { return false }
        if let mine = firearm.model, !mine.isEmpty, !model.isEmpty, !Self.same(mine, model) { return false }
        return true
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        SerialPattern(left).normalised == SerialPattern(right).normalised
    }
}
