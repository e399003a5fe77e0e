/// The API reference, laid out from the OpenAPI document by the route: `GET /api`.
struct ReferencePage: Page {
    static let template = "reference"

    struct Group: Sendable {
        /// The anchor.
        var identifier: String
        var name: String
        var description: String?
        var operations: [Operation]
    }

    struct Operation: Sendable {
        /// The anchor.
        var identifier: String
        /// `GET`, `POST`, …
        var method: String
        var path: String
        var summary: String
        var description: String?
        /// The scope a token needs.
        var scope: String?
        var parameters: [Field] = []
        /// What the body of the request is.
        var requestBody: Body?
        var responses: [Response] = []
    }

    /// A parameter, or a property of a schema.
    struct Field: Sendable {
        var name: String
        /// `query`, `path`, `header`; absent for properties.
        var place: String?
        var type: TypeName
        var isRequired = false
        var description: String?
    }

    /// A type, with the anchor of its schema where it has one.
    struct TypeName: Sendable {
        var text: String
        /// For example `#schema-record`.
        var path: String?
    }

    struct Body: Sendable {
        var mediaType: String
        var type: TypeName
    }

    struct Response: Sendable {
        var status: String
        var description: String
        var type: TypeName?
    }

    struct Schema: Sendable {
        /// The anchor, for example `schema-record`.
        var identifier: String
        var name: String
        var description: String?
        var properties: [Field] = []
        /// The values of an enumeration.
        var values: [String] = []
    }

    var title: String
    var version: String
    var description: String?
    var groups: [Group]
    var schemas: [Schema] = []
}
