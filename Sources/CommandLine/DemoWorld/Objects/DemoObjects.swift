import Registry

/// Puts the travel documents and vehicles of the demo world into the registry, by the hands of the desks.
struct DemoObjects {
    let registry: Registry

    /// Records of each kind that every bureau gets beside those of the tour.
    private static let perBureau = 8

    /// - Returns: how many documents and vehicles there are together.
    func make() async throws -> Int {
        var count = 0
        for (index, bureau) in DemoBureau.all.enumerated() {
            let desk = try await registry.signIn.actor(onThisMachine: "desk.\(bureau.suffix)")
            var drawn = DemoObjectGenerator(bureau, seed: 0x0B1E_C700 + UInt64(index))
            let documents =
                (DemoObjectTour.documents[bureau.code] ?? []) + (0..<Self.perBureau).map { _ in drawn.document() }
            for content in documents { _ = try await registry.documents.create(content, desk) }
            let vehicles =
                (DemoObjectTour.vehicles[bureau.code] ?? []) + (0..<Self.perBureau).map { _ in drawn.vehicle() }
            for content in vehicles { _ = try await registry.vehicles.create(content, desk) }
            count += documents.count + vehicles.count
        }
        return count
    }
}
