import Hummingbird
import Registry

/// A problem as JSON, RFC 9457: type, title, status, detail and instance, with every wrong field in `errors`.
struct ProblemDocument: Encodable {
    /// One wrong field.
    struct FieldError: Encodable {
        var field: String
        var code: String
        var value: String?
        var message: String
    }

    var type: String
    var title: String
    var status: Int
    var detail: String
    var instance: String
    /// The number of the record, hit or import that the problem is about.
    var subject: String?
    var errors: [FieldError]?

    init(_ problem: Problem, requestIdentifier: String, in language: Language) {
        type = "/problems/\(problem.code)"
        title = language.text("error.\(problem.code).title")
        status = problem.status.code
        detail = problem.detail ?? language.text("error.\(problem.code).detail")
        instance = "/requests/\(requestIdentifier)"
        subject = problem.subject.isEmpty ? nil : problem.subject
        errors =
            problem.failures.isEmpty
            ? nil
            : problem.failures.map {
                FieldError(
                    field: $0.field, code: $0.code, value: $0.value, message: language.failure($0.code, $0.arguments)
                )
            }
    }

    func response(retryAfterSeconds: Int?) -> Response {
        var response = JSONAnswer.response(self, status: .init(code: status))
        response.headers[.contentType] = "application/problem+json"
        if let retryAfterSeconds { response.headers[.retryAfter] = "\(retryAfterSeconds)" }
        if status == 401 { response.headers[.wwwAuthenticate] = "Bearer realm=\"cartouche\"" }
        return response
    }
}
