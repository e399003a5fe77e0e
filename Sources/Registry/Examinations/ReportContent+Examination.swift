import Storage
import Toolmarks

extension ReportContent {
    /// The hashes of all pictures that the report names.
    var pictures: Set<String> {
        Set(exhibits.flatMap(\.marks).compactMap(\.preparation?.picture) + snapshots.map(\.picture))
    }
}

extension ExaminationService {
    /// What a report of an examination states at this moment.
    static func content(
        of examination: Examination, version: Int, _ connection: JournalledConnection
    ) throws -> ReportContent {
        let actor = connection.actor
        let signed = try ExaminationStore.conclusions(of: examination.sequence, connection)
        let marks = try marks(of: examination, connection)
        let examiners = Set(signed.map(\.examiner)).sorted()
        let compared = signed.flatMap(\.content.marks)
        func number(_ version: Int) -> String { "\(examination.number)-R\(version)" }
        return ReportContent(
            number: number(version), examination: examination.number, laboratory: actor.bureau,
            laboratoryName: actor.bureauName, issuer: actor.displayName, issuerAccount: actor.name,
            issuedAt: connection.time.description, supersedes: version > 1 ? number(version - 1) : nil,
            state: examination.state, basis: examination.basis, outcome: examination.outcome,
            openedAt: examination.openedAt.description,
            exhibits: [
                try exhibit(
                    examination.first, marks.first,
                    Dictionary(compared.map { ($0.first, $0.firstPreparation) }) { _, later in later }, connection
                ),
                try exhibit(
                    examination.second, marks.second,
                    Dictionary(compared.map { ($0.second, $0.secondPreparation) }) { _, later in later }, connection
                ),
            ],
            comparisons: try comparisons(marks, compared, connection),
            conclusions: signed.map(ReportConclusion.init),
            steps: try ExaminationStore.steps(of: examination.sequence, connection).map(ReportStep.init),
            hit: try ExhibitLinkStore.link(examination.number, actor, connection)?.hit,
            notes: try ReportMaterialStore.notes(of: examination, by: examiners, connection),
            snapshots: try ReportMaterialStore.snapshots(of: examination, by: examiners, connection)
        )
    }

    private static func exhibit(
        _ exhibit: Exhibit, _ marks: [Mark], _ seen: [MarkNumber: Int64?], _ connection: any ReadConnection
    ) throws -> ReportExhibit {
        let content = exhibit.content
        return ReportExhibit(
            number: exhibit.number, bureau: exhibit.bureau, caseNumber: exhibit.caseNumber, kind: content.kind,
            calibre: content.calibre, characteristics: content.characteristics, ammunition: content.ammunition,
            isTestFire: content.isTestFire, event: exhibit.event?.content, enteredAt: exhibit.createdAt.description,
            marks: try marks.filter { seen.keys.contains($0.number) }.map { mark in
                let preparation = (seen[mark.number] ?? nil) ?? mark.currentPreparation
                return ReportMark(
                    number: "\(mark.number)", kind: mark.kind.rawValue, label: mark.label,
                    preparation: try preparation.flatMap { try ReportMaterialStore.preparation($0, connection) }
                )
            }
        )
    }

    /// What the engine made of the pairs that the examiners looked at, each pair once.
    private static func comparisons(
        _ marks: (first: [Mark], second: [Mark]), _ compared: [ComparedMarks], _ connection: any ReadConnection
    ) throws -> [ReportComparison] {
        var seen: Set<[MarkNumber]> = []
        return try compared.reversed().filter { seen.insert([$0.first, $0.second]).inserted }.reversed().compactMap {
            pair in
            guard let first = marks.first.first(where: { $0.number == pair.first }),
                let second = marks.second.first(where: { $0.number == pair.second })
            else { return nil }
            return try ReportMaterialStore.comparison(first, second, pair, connection)
        }
    }
}

extension ReportConclusion {
    init(_ signed: SignedConclusion) {
        self.init(
            round: signed.round, basis: signed.basis, conclusion: signed.conclusion, isLikely: signed.isLikely,
            examiner: signed.examiner, examinerName: signed.examinerName, time: signed.time.description,
            reasons: signed.content.reasons, method: signed.content.method,
            marks: signed.content.marks.map { ["\($0.first)", "\($0.second)"] }
        )
    }
}

extension ReportStep {
    init(_ step: ExaminationStep) {
        self.init(
            round: step.round, kind: step.kind, user: step.user, time: step.time.description, note: step.note,
            conclusion: step.conclusion
        )
    }
}
