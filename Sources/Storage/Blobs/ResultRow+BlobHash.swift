extension ResultRow {
    /// The name of a blob in the column; throws `StorageError.Code.corrupt` when the text is none.
    public func blobHash(_ column: Int) throws -> BlobHash {
        guard let hash = BlobHash(text(column)) else {
            throw StorageError(
                .corrupt,
                "column \(column) holds no name of a blob: \(text(column).prefix(80))",
                advice: "Restore the database from a backup."
            )
        }
        return hash
    }
}
