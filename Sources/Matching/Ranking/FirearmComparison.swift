import Firearms

/// Compares the description asked for with recorded ones. What does not depend on the candidate is worked out once.
struct FirearmComparison {
    private let query: MatchQuery
    private let table: ReferenceTable
    private let serial: SerialComparison?
    private let make: Make?
    private let calibre: Calibre?
    private let modelKey: String
    private let rarity: SerialRarity

    init(_ query: MatchQuery, _ candidates: [MatchCandidate], _ table: ReferenceTable) {
        self.query = query
        self.table = table
        serial = query.serial.flatMap { $0.isEmpty ? nil : SerialComparison($0) }
        make = Self.make(query.makeCode, query.make, table)
        calibre = Self.calibre(query.calibreCode, query.calibre, table)
        rarity = SerialRarity(query, candidates)
        modelKey = query.model.map { SerialPattern($0).normalised } ?? ""
    }

    /// What speaks for and against one candidate, the number first.
    func reasons(_ candidate: MatchCandidate) -> [MatchReason] {
        var reasons: [MatchReason] = []
        reasons.reserveCapacity(6)
        if let serial {
            serial.compare(candidate.normalised, into: &reasons)
            if !reasons.contains(where: { $0.code == "serial.differs" }) {
                rarity.addReasons(candidate, to: &reasons)
            }
            addNumber(candidate, to: &reasons)
        }
        addMake(candidate, to: &reasons)
        addModel(candidate, to: &reasons)
        addCalibre(candidate, to: &reasons)
        addType(candidate, to: &reasons)
        addCountry(candidate, to: &reasons)
        return reasons
    }

    private func addNumber(_ candidate: MatchCandidate, to reasons: inout [MatchReason]) {
        if let part = candidate.part, part != .frame {
            reasons.append(MatchReason("number.part", weight: MatchWeights.otherPart, arguments: [part.rawValue]))
        }
        if candidate.state == .restored {
            reasons.append(MatchReason("number.restored", weight: MatchWeights.restored))
        }
    }

    private func addMake(_ candidate: MatchCandidate, to reasons: inout [MatchReason]) {
        if let make, candidate.makeCode == make.code {
            reasons.append(MatchReason("make.equal", weight: MatchWeights.makeEqual, arguments: [make.name]))
            return
        }
        let recorded = Self.make(candidate.makeCode, candidate.make, table)
        if let make, let recorded {
            if make.code == recorded.code {
                reasons.append(MatchReason("make.equal", weight: MatchWeights.makeEqual, arguments: [make.name]))
            } else {
                reasons.append(
                    MatchReason(
                        "make.differs", weight: MatchWeights.makeDiffers, arguments: [recorded.name, make.name]
                    )
                )
            }
            return
        }
        guard let asked = make?.name ?? query.make ?? query.makeCode,
            let known = recorded?.name ?? candidate.make ?? candidate.makeCode, !asked.isEmpty, !known.isEmpty
        else { return }
        if SerialPattern(asked) == SerialPattern(known) {
            reasons.append(MatchReason("make.equal", weight: MatchWeights.makeEqual, arguments: [known]))
        } else {
            reasons.append(
                MatchReason("make.uncertain", weight: MatchWeights.makeUncertain, arguments: [known, asked])
            )
        }
    }

    private func addModel(_ candidate: MatchCandidate, to reasons: inout [MatchReason]) {
        guard !modelKey.isEmpty, let asked = query.model, let recorded = candidate.model else { return }
        let key = SerialPattern(recorded).normalised
        if key.isEmpty { return }
        if key == modelKey {
            reasons.append(MatchReason("model.equal", weight: MatchWeights.modelEqual, arguments: [recorded]))
        } else {
            // PT 92 and PT 92 AF: one may be the other with less said.
            let isSimilar = key.hasPrefix(modelKey) || modelKey.hasPrefix(key)
            reasons.append(
                MatchReason(
                    isSimilar ? "model.similar" : "model.differs",
                    weight: isSimilar ? MatchWeights.modelSimilar : MatchWeights.modelDiffers,
                    arguments: [recorded, asked]
                )
            )
        }
    }

    private func addCalibre(_ candidate: MatchCandidate, to reasons: inout [MatchReason]) {
        if let calibre, candidate.calibreCode == calibre.code {
            reasons.append(
                MatchReason("calibre.equal", weight: MatchWeights.calibreEqual, arguments: [calibre.name])
            )
            return
        }
        let recorded = Self.calibre(candidate.calibreCode, candidate.calibre, table)
        if let calibre, let recorded {
            if calibre.code == recorded.code {
                reasons.append(
                    MatchReason("calibre.equal", weight: MatchWeights.calibreEqual, arguments: [calibre.name])
                )
            } else {
                let fits = calibre.isCompatible(with: recorded)
                reasons.append(
                    MatchReason(
                        fits ? "calibre.compatible" : "calibre.differs",
                        weight: fits ? MatchWeights.calibreCompatible : MatchWeights.calibreDiffers,
                        arguments: [recorded.name, calibre.name]
                    )
                )
            }
            return
        }
        guard let asked = calibre?.name ?? query.calibre, let known = recorded?.name ?? candidate.calibre,
            !asked.isEmpty, !known.isEmpty
        else { return }
        let isEqual = SerialPattern(asked) == SerialPattern(known)
        reasons.append(
            MatchReason(
                isEqual ? "calibre.equal" : "calibre.uncertain",
                weight: isEqual ? MatchWeights.calibreEqual : MatchWeights.calibreUncertain,
                arguments: isEqual ? [known] : [known, asked]
            )
        )
    }

    private func addType(_ candidate: MatchCandidate, to reasons: inout [MatchReason]) {
        guard let asked = query.type, let recorded = candidate.type else { return }
        if asked == recorded {
            reasons.append(MatchReason("type.equal", weight: MatchWeights.typeEqual, arguments: [asked.rawValue]))
        } else {
            reasons.append(
                MatchReason(
                    "type.differs", weight: MatchWeights.typeDiffers, arguments: [recorded.rawValue, asked.rawValue]
                )
            )
        }
    }

    private func addCountry(_ candidate: MatchCandidate, to reasons: inout [MatchReason]) {
        guard let asked = query.country, let recorded = candidate.country else { return }
        if asked == recorded {
            reasons.append(MatchReason("country.equal", weight: MatchWeights.countryEqual, arguments: [asked.code]))
        } else {
            reasons.append(
                MatchReason(
                    "country.differs", weight: MatchWeights.countryDiffers, arguments: [recorded.code, asked.code]
                )
            )
        }
    }

    private static func make(_ code: String?, _ text: String?, _ table: ReferenceTable) -> Make? {
        code.flatMap(table.make(code:)) ?? text.flatMap { table.make($0)?.value }
    }

    private static func calibre(_ code: String?, _ text: String?, _ table: ReferenceTable) -> Calibre? {
        code.flatMap(table.calibre(code:)) ?? text.flatMap { table.calibre($0)?.value }
    }
}
