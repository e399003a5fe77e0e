import Registry
import Server

/// The result of an import, for programs.
struct ImportSummary: Encodable {
    var id: String
    var file: String
    var state: String
    var rows: Int
    var accepted: Int
    var warned: Int
    var refused: Int
    var failure: String?
    /// How much of each column was understood, with the most frequent texts that were not.
    var columns: [UnderstandingAnswer.Column]

    init(_ job: ImportJob, _ columns: [ColumnUnderstanding]) {
        id = "\(job.id)"
        file = job.fileName
        state = job.state.rawValue
        rows = job.progress.rows
        accepted = job.progress.accepted
        warned = job.progress.warned
        refused = job.progress.refused
        failure = job.failure
        self.columns = UnderstandingAnswer(columns, headings: job.headings).columns
    }
}
