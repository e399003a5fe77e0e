public import Storage

extension ImportService {
    /// Most texts of a column that are told.
    public static let mostTexts = 1_000

    /// How much of each column that holds more than free text was understood in the latest pass, with the most frequent
    /// texts that were not.
    /// - Parameter texts: how many texts of each column are told.
    public func understanding(
        _ id: Identifier, texts: Int = 10, _ actor: Actor
    ) async throws -> [ColumnUnderstanding] {
        let job = try await job(id, actor)
        return try await context.database.read {
            try ImportUnderstandingStore.columns(job, texts: max(0, min(texts, Self.mostTexts)), $0)
        }
    }
}
