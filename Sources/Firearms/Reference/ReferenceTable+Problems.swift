extension ReferenceTable {
    /// Every problem of the files of a table, in the order of files and rows; empty when the table can be used.
    /// - Parameters: as of the initialiser.
    public static func problems(
        makes: some Sequence<UInt8>, calibres: some Sequence<UInt8>,
        models: some Sequence<UInt8> = EmptyCollection<UInt8>(),
        lookAlikes: some Sequence<UInt8> = EmptyCollection<UInt8>()
    ) -> [ReferenceTableError] {
        var problems: [ReferenceTableError] = []
        _ = ReferenceTable(
            makes: readable("makes.csv", makes, &problems), calibres: readable("calibres.csv", calibres, &problems),
            models: readable("models.csv", models, &problems),
            lookAlikes: readable("lookalikes.csv", lookAlikes, &problems), problems: &problems
        )
        return problems
    }

    /// Every problem of the table that comes with the program.
    public static func problemsOfStandard() -> [ReferenceTableError] {
        var problems: [ReferenceTableError] = []
        func load(_ name: String) -> ResourceText {
            do throws(ReferenceTableError) {
                return try ResourceText.load(name)
            } catch {
                problems.append(error)
                return ResourceText(file: "\(name).csv")
            }
        }
        let files = (load("makes"), load("calibres"), load("models"), load("lookalikes"))
        _ = ReferenceTable(
            makes: files.0, calibres: files.1, models: files.2, lookAlikes: files.3, problems: &problems
        )
        return problems
    }

    /// The text of a file; without rows when it is not UTF-8.
    private static func readable(
        _ file: String, _ bytes: some Sequence<UInt8>, _ problems: inout [ReferenceTableError]
    ) -> ResourceText {
        do throws(ReferenceTableError) {
            return try ResourceText(file: file, bytes: bytes)
        } catch {
            problems.append(error)
            return ResourceText(file: file)
        }
    }
}
