import DelimitedText
import Foundation
import Hummingbird
import Registry
import Storage

/// What went wrong with a request, ready to be shown as a problem document (RFC 9457) or as a page.
struct Problem: Error, Sendable {
    /// Names the kind; the catalogues hold `error.CODE.title` and `.detail` for each.
    var code: String
    var status: HTTPResponse.Status
    /// What it is about: the number of a record, a right, a file's fault.
    var subject: String = ""
    var failures: [FieldFailure] = []
    var retryAfterSeconds: Int?
    /// A sentence that says more than the code.
    var detail: String?

    static let notFound = Problem(code: "not-found", status: .notFound)
    static let forgery = Problem(code: "csrf", status: .forbidden)
    static let tooLarge = Problem(code: "too-large", status: .contentTooLarge)

    /// The problem behind any error. What is not foreseen becomes `internal`, which tells nothing of the inside.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as RegistryError: self.init(error)
        case let error as DelimitedTextError:
            self.init(code: "invalid", status: .unprocessableContent, detail: error.description)
        case let error as StorageError where error.code == .tooLarge: self = .tooLarge
        case let error as StorageError where error.isPassing:
            self.init(code: "unavailable", status: .serviceUnavailable)
        case let error as any HTTPResponseError where error.status.code < 500: self.init(httpStatus: error.status)
        default: self.init(code: "internal", status: .internalServerError)
        }
    }

    init(
        code: String, status: HTTPResponse.Status, subject: String = "", failures: [FieldFailure] = [],
        retryAfterSeconds: Int? = nil, detail: String? = nil
    ) {
        self.code = code
        self.status = status
        self.subject = subject
        self.failures = failures
        self.retryAfterSeconds = retryAfterSeconds
        self.detail = detail
    }

    private init(_ error: RegistryError) {
        let status: HTTPResponse.Status =
            switch error.code {
            case .unauthenticated, .wrongCredentials: .unauthorized
            case .forbidden: .forbidden
            case .notFound: .notFound
            case .invalid: .unprocessableContent
            case .duplicate, .illegalState: .conflict
            case .versionMismatch: .preconditionFailed
            case .lockedOut: .tooManyRequests
            }
        self.init(
            code: error.code.rawValue, status: status, subject: error.subject, failures: error.failures,
            retryAfterSeconds: error.retryAfterSeconds
        )
    }

    private init(httpStatus status: HTTPResponse.Status) {
        switch status {
        case .notFound: self = .notFound
        case .contentTooLarge: self = .tooLarge
        case .unauthorized: self.init(code: "unauthenticated", status: status)
        default: self.init(code: "invalid", status: status)
        }
    }
}

extension StorageError {
    /// Whether the same request may succeed a moment later.
    fileprivate var isPassing: Bool { code == .busy || code == .closed || code == .full }
}
