import Foundation
import Storage
public import Surfaces
import Toolmarks

/// Two marks side by side: their surfaces, and what the engine says of them.
///
/// Everything follows from the prepared surfaces, which never change under their hashes: results are kept in memory under
/// them and made again when they are gone, the same to the bit.
public struct ComparisonService: Sendable {
    let context: RegistryContext
    private let surfaces: KeptValues<MarkKey, TiledSurface>
    private let signatures: KeptValues<MarkKey, ComparisonProfile>
    private let pairs: KeptValues<PairKey, PairComparison>

    /// Points of all levels that are kept in memory: four bytes each.
    private static let mostPoints = 48_000_000
    private static let mostSignatures = 400
    private static let mostPairs = 200

    /// What everything said of a mark follows from.
    private struct MarkKey: Hashable {
        let surface: BlobHash
        let kind: ToolmarkKind

        init(_ mark: ComparedMark) {
            surface = mark.surface
            kind = mark.mark.kind
        }
    }

    private struct PairKey: Hashable {
        let first: MarkKey
        let second: MarkKey
    }

    init(context: RegistryContext) {
        self.context = context
        surfaces = KeptValues(label: "cartouche.surfaces", largestCost: Self.mostPoints) { $0.count }
        signatures = KeptValues(label: "cartouche.signatures", largestCost: Self.mostSignatures) { _ in 1 }
        pairs = KeptValues(label: "cartouche.pairs", largestCost: Self.mostPairs) { _ in 1 }
    }

    /// A mark with the preparation it is compared by.
    /// - Throws: `RegistryError` `not-found` where the actor may not know of it, `illegal-state` while it is not prepared.
    public func mark(_ number: String, _ actor: Actor) async throws -> ComparedMark {
        try Access.require(.readExhibits, actor)
        guard let parsed = MarkNumber(number) else { throw RegistryError(.notFound, subject: number) }
        return try await context.database.read { connection in
            if let mark = try ComparedMarkStore.mark(parsed, actor, connection) { return mark }
            let isKnown = try MarkStore.mark(parsed, actor, connection) != nil
            throw RegistryError(isKnown ? .illegalState : .notFound, subject: number)
        }
    }

    /// Two marks, and the note in the journal that the actor looked at them side by side.
    public func open(
        _ first: String, _ second: String, _ actor: Actor
    ) async throws -> (first: ComparedMark, second: ComparedMark) {
        let one = try await mark(first, actor)
        let other = try await mark(second, actor)
        try await context.write(actor) {
            try $0.journal("comparison.open", "mark:\(one.mark.number)", ["with": "\(other.mark.number)"])
        }
        return (one, other)
    }

    /// The surface of a mark as it is looked at: prepared; of a land, without the curvature of the bullet; of a profile,
    /// drawn out along its striae. Its first point is that of the stored surface.
    public func surface(of mark: ComparedMark) async throws -> TiledSurface {
        let blobs = context.blobs
        return try await surfaces.value(MarkKey(mark)) {
            let stored = try Self.stored(mark, blobs)
            guard !mark.mark.kind.isImpressed, stored.kind == .height else { return TiledSurface(stored) }
            return TiledSurface(
                try stored.rows == 1 ? ScanPictures.striped(stored) : Preparation.land.apply(to: stored).surface
            )
        }
    }

    private static func stored(_ mark: ComparedMark, _ blobs: BlobStore) throws -> SurfaceMap {
        try SurfaceFile.read(try blobs.get(mark.surface), name: "\(mark.mark.number)").surface
    }

    /// The picture of the prepared surface, PNG.
    public func picture(of mark: ComparedMark) throws -> [UInt8] { try context.blobs.get(mark.picture) }

    /// What the engine says of two marks.
    public func comparison(_ one: ComparedMark, _ other: ComparedMark) async throws -> PairComparison {
        guard one.mark.kind == other.mark.kind else { return .refused("different-kinds") }
        let key = PairKey(first: MarkKey(one), second: MarkKey(other))
        do {
            return one.mark.kind.isImpressed
                ? try await impressed(one, other, key) : try await striated(one, other, key)
        } catch let error as ToolmarksError {
            return .refused(error.code.rawValue)
        }
    }

    private func impressed(_ one: ComparedMark, _ other: ComparedMark, _ key: PairKey) async throws -> PairComparison {
        let first = try await surface(of: one).surface
        let second = try await surface(of: other).surface
        return try await pairs.value(key) {
            let parameters = CellParameters.preset(for: key.first.kind)
            let marks = try (
                PreparedMark(first, search: parameters.search), PreparedMark(second, search: parameters.search)
            )
            return .impressed(
                ImpressedPair(
                    centres: (marks.0.centre, marks.1.centre),
                    comparison: try CellComparison(rule: parameters.rule).compare(marks.0, marks.1),
                    rule: parameters.rule
                )
            )
        }
    }

    private func striated(_ one: ComparedMark, _ other: ComparedMark, _ key: PairKey) async throws -> PairComparison {
        let first = try await profile(of: one)
        let second = try await profile(of: other)
        let extents = try await (surface(of: one).surface.extent, surface(of: other).surface.extent)
        return try await pairs.value(key) {
            let comparison = try SignatureComparer().compare(first, second)
            let turned = comparison.isReversed ? second.signature.reversed : second.signature
            let laid = try ComparisonProfile(turned, stretch: comparison.stretch)
            return .striated(
                StriatedPair(
                    signatures: (first.signature, second.signature), striae: (first.striae, laid.striae),
                    centres: (extents.0.middle, extents.1.middle), comparison: comparison,
                    registration: comparison.registration(
                        of: (first.signature, extents.0), and: (second.signature, extents.1)
                    )
                )
            )
        }
    }

    /// The signature of a striated mark, taken from its surface as measured.
    private func profile(of mark: ComparedMark) async throws -> ComparisonProfile {
        let blobs = context.blobs
        let extraction = mark.mark.kind == .land ? SignatureExtraction.land : .toolmark
        return try await signatures.value(MarkKey(mark)) {
            let stored = try Self.stored(mark, blobs)
            let signature =
                try stored.rows == 1
                ? Signature(of: ProfileMap(pitch: stored.pitchX, values: stored.values), extraction)
                : Signature(of: stored, extraction)
            return try ComparisonProfile(signature)
        }
    }

    /// All lands of the two bullets that two lands belong to; nil where one of the marks is no land, or a bullet has no
    /// other.
    public func bullets(_ one: ComparedMark, _ other: ComparedMark, _ actor: Actor) async throws -> BulletPair? {
        guard one.mark.kind == .land, other.mark.kind == .land else { return nil }
        let (first, second) = try await context.database.read { connection in
            try (
                ComparedMarkStore.lands(of: one.exhibit, connection),
                ComparedMarkStore.lands(of: other.exhibit, connection)
            )
        }
        guard first.count > 1, second.count > 1 else { return nil }
        let profiles = try await (profiles(of: first), profiles(of: second))
        let stated = max(one.statedLands ?? 0, other.statedLands ?? 0)
        do {
            return BulletPair(
                lands: (first.map(\.mark.number), second.map(\.mark.number)),
                comparison: try BulletComparison(profiles.0, profiles.1, lands: stated > 0 ? stated : nil)
            )
        } catch {
            return nil
        }
    }

    private func profiles(of lands: [ComparedMark]) async throws -> [ComparisonProfile?] {
        var profiles: [ComparisonProfile?] = []
        for land in lands {
            do {
                profiles.append(try await profile(of: land))
            } catch is ToolmarksError {
                profiles.append(nil)
            }
        }
        return profiles
    }
}

extension SurfaceMap {
    /// The distances between the first and the last column and row, micrometres.
    fileprivate var extent: Place { Place(x: extentX, y: extentY) }
}

extension Place {
    /// Half as far from the origin.
    fileprivate var middle: Place { Place(x: x / 2, y: y / 2) }
}
