public import Storage
import Toolmarks

/// Brings a folder of scans with a manifest into the registry, row by row. Every row may be given again: what is there
/// already is found by its file number, label and content, and not entered twice. That is how an import goes on after it
/// was stopped.
public struct ExhibitImportService: Sendable {
    let context: RegistryContext

    /// What came of a row.
    public struct Verdict: Sendable, Hashable {
        /// The number of the exhibit.
        public var exhibit: String
        /// The number of the mark.
        public var mark: MarkNumber
        /// Whether the scan was entered; false where it was there.
        public var isNew: Bool
        /// Other marks with the very same file, as far as the actor may know of them.
        public var sameFile: [MarkNumber]
    }

    /// Enters the scan of a row, with its mark, exhibit, event and case as far as they are not there.
    /// - Parameter blob: the file, which lies in the blob store.
    /// - Throws: `RegistryError` with every reason; what was entered of the row before stays.
    public func enter(_ row: ExhibitManifestRow, blob: BlobHash, _ actor: Actor) async throws -> Verdict {
        try Access.require(.writeExhibits, actor)
        let forensicCase = try await forensicCase(of: row, actor)
        let exhibit = try await exhibit(of: row, in: forensicCase, actor)
        let marks = MarkService(context: context)
        let known = try await marks.marks(of: exhibit, actor)
            .first { $0.label == row.mark && $0.kind.rawValue == row.markKind }
        if let known {
            let detail = try await marks.look(at: known.number, actor)
            if let scan = detail.scans.first(where: { $0.blob == blob }) {
                return Verdict(
                    exhibit: exhibit, mark: known.number, isNew: false, sameFile: detail.sameFile[scan.sequence] ?? []
                )
            }
        }
        let target: ScanTarget =
            known.map { .mark($0.number) } ?? .newMark(exhibit: exhibit, kind: row.markKind, label: row.mark)
        let name = row.file.split(separator: "/").last.map(String.init) ?? row.file
        let added = try await marks.addScan(blob, name: name, reading: row.reading, to: target, actor)
        let detail = try await marks.look(at: added.mark, actor)
        return Verdict(
            exhibit: exhibit, mark: added.mark, isNew: true, sameFile: detail.sameFile[added.scan] ?? []
        )
    }

    /// The case of the row's file number, opened where there is none, with the row's event.
    private func forensicCase(of row: ExhibitManifestRow, _ actor: Actor) async throws -> ForensicCase {
        let cases = CaseService(context: context)
        let reference = row.forensicCase.reference ?? ""
        let number = try await context.database.read {
            try CaseStore.number(ofReference: reference, bureau: actor.bureau, $0)
        }
        guard let number else {
            return try await cases.create(row.forensicCase, events: row.event.map { [$0] } ?? [], actor)
        }
        let found = try await context.database.read { try CaseService.found(number, actor, $0) }
        guard let event = row.event, !found.events.contains(where: { $0.content == event }) else { return found }
        return try await cases.addEvent(event, to: number, version: found.version, actor)
    }

    /// The exhibit of the row's label in its case, entered where there is none.
    private func exhibit(
        of row: ExhibitManifestRow, in forensicCase: ForensicCase, _ actor: Actor
    ) async throws -> String {
        let known = try await context.database.read {
            try ExhibitListStore.number(ofLabel: row.exhibit.label ?? "", in: forensicCase.sequence, $0)
        }
        if let known { return known }
        let event = forensicCase.events.last { $0.content == row.event }
        return try await ExhibitService(context: context)
            .create(row.exhibit, case: forensicCase.number, event: event?.place, actor).number
    }
}
