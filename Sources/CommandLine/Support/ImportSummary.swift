import Registry

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

    init(_ job: ImportJob) {
        id = "\(job.id)"
        file = job.fileName
        state = job.state.rawValue
        rows = job.progress.rows
        accepted = job.progress.accepted
        warned = job.progress.warned
        refused = job.progress.refused
        failure = job.failure
    }
}
