public import Storage
import Surfaces

/// Notes and pictures that examiners keep of pairs of marks, until they go into a report.
///
/// They are their author's own: a second examiner who has to conclude without knowing what the first one saw meets none
/// of them.
public struct PairMaterialService: Sendable {
    let context: RegistryContext
    let comparisons: ComparisonService

    /// The longest note and caption, characters.
    public static let longestText = 500
    /// The longest description of how the microscope was set, characters.
    static let longestSettings = 4_000
    /// The largest snapshot, bytes.
    public static let largestSnapshot = 16 << 20
    /// The most points of a snapshot.
    private static let mostPoints = 40_000_000

    /// What the actor keeps of a pair.
    public func material(_ one: ComparedMark, _ other: ComparedMark, _ actor: Actor) async throws -> PairMaterial {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            try PairMaterialStore.material(
                PairMaterialStore.Pair(one, other), author: actor.name, bureau: actor.bureau, connection
            )
        }
    }

    /// Puts a note at a place of one of the marks.
    @discardableResult
    public func annotate(
        _ first: String, _ second: String, side: PairSide, x: Double, y: Double, text: String, _ actor: Actor
    ) async throws -> PairAnnotation {
        try Access.require(.examine, actor)
        let marks = try await (comparisons.mark(first, actor), comparisons.mark(second, actor))
        let mark = side == .first ? marks.0 : marks.1
        let surface = try await comparisons.surface(of: mark).surface
        var failures = Self.failures("text", text, isRequired: true)
        // A note may stand a little beside the mark.
        for (field, value, extent) in [("x", x, surface.extentX), ("y", y, surface.extentY)]
        where !(-extent...2 * extent).contains(value) {
            let bounds = ["minimum": "\(Int(-extent))", "maximum": "\(Int(2 * extent))"]
            failures.append(FieldFailure(field, "out-of-range", value: "\(value)", arguments: bounds))
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let note = PairAnnotation(
            id: .make(), side: side, x: x, y: y, preparation: mark.preparation, text: text, author: actor.name,
            createdAt: context.now()
        )
        let details = ["with": "\(marks.1.mark.number)", "annotation": "\(note.id)"]
        try await context.write(actor) { connection in
            try PairMaterialStore.insert(
                note, PairMaterialStore.Pair(marks.0, marks.1), bureau: actor.bureau, connection
            )
            try connection.journal("comparison.annotate", "mark:\(marks.0.mark.number)", details)
        }
        return note
    }

    /// Keeps a picture that lies in the blob store.
    /// - Throws: `invalid` for anything but a whole PNG of at most 40 million pixels.
    @discardableResult
    public func keep(
        snapshot blob: BlobHash, caption: String, settings: String, _ first: String, _ second: String, _ actor: Actor
    ) async throws -> PairSnapshot {
        try Access.require(.examine, actor)
        let marks = try await (comparisons.mark(first, actor), comparisons.mark(second, actor))
        var failures = Self.failures("caption", caption, isRequired: false)
        if settings.count > Self.longestSettings {
            let maximum = "\(Self.longestSettings)"
            failures.append(FieldFailure("settings", "too-long", arguments: ["maximum": maximum]))
        }
        let size = try pictureSize(blob)
        if size == nil { failures.append(FieldFailure("file", "not-a-png")) }
        guard failures.isEmpty, let size else { throw RegistryError(.invalid, failures: failures) }
        let shot = PairSnapshot(
            id: .make(), blob: blob, width: size.width, height: size.height, caption: caption, settings: settings,
            author: actor.name, createdAt: context.now()
        )
        let details = ["with": "\(marks.1.mark.number)", "snapshot": "\(shot.id)", "sha256": "\(blob)"]
        try await context.write(actor) { connection in
            try PairMaterialStore.insert(
                shot, PairMaterialStore.Pair(marks.0, marks.1), bureau: actor.bureau, connection
            )
            try connection.journal("comparison.snapshot", "mark:\(marks.0.mark.number)", details)
        }
        return shot
    }

    /// The picture of one of the actor's own snapshots, PNG.
    public func picture(_ id: Identifier, _ first: String, _ second: String, _ actor: Actor) async throws -> [UInt8] {
        let marks = try await (comparisons.mark(first, actor), comparisons.mark(second, actor))
        let kept = try await material(marks.0, marks.1, actor)
        guard let shot = kept.snapshots.first(where: { $0.id == id }) else {
            throw RegistryError(.notFound, subject: "\(id)")
        }
        return try context.blobs.get(shot.blob)
    }

    /// Withdraws one of the actor's own notes or pictures.
    public func withdraw(_ id: Identifier, _ first: String, _ second: String, _ actor: Actor) async throws {
        try Access.require(.examine, actor)
        let marks = try await (comparisons.mark(first, actor), comparisons.mark(second, actor))
        let time = context.now()
        try await context.write(actor) { connection in
            let pair = PairMaterialStore.Pair(marks.0, marks.1)
            guard
                try PairMaterialStore.withdraw(
                    id, pair, author: actor.name, bureau: actor.bureau, at: time, connection
                )
            else { throw RegistryError(.notFound, subject: "\(id)") }
            let details = ["with": "\(marks.1.mark.number)", "material": "\(id)"]
            try connection.journal("comparison.withdraw", "mark:\(marks.0.mark.number)", details)
        }
    }

    /// The size of a PNG that can be read to its end; nil for anything else.
    private func pictureSize(_ blob: BlobHash) throws -> (width: Int, height: Int)? {
        guard try context.blobs.size(blob) <= Self.largestSnapshot else { return nil }
        let bytes = try context.blobs.get(blob)
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
        var options = SurfaceReadingOptions()
        options.limits.points = Self.mostPoints
        options.pitch = 1
        guard let picture = try? SurfaceFile.read(bytes, options: options).surface else { return nil }
        return (picture.columns, picture.rows)
    }

    private static func failures(_ field: String, _ text: String, isRequired: Bool) -> [FieldFailure] {
        if isRequired, text.allSatisfy(\.isWhitespace) { return [FieldFailure(field, "required")] }
        guard text.count > longestText else { return [] }
        return [FieldFailure(field, "too-long", value: text, arguments: ["maximum": "\(longestText)"])]
    }
}
