import Foundation

/// The parts of an OpenAPI 3.1 document that the readable reference shows. What the document leaves out, or holds in
/// another shape, is left out of the reference too.
struct OpenAPIDocument: Decodable {
    struct Info: Decodable {
        var title: String
        var version: String
        var description: String?
    }

    struct Tag: Decodable {
        var name: String
        var description: String?
    }

    struct Operation: Decodable {
        var operationId: String?
        var tags: [String]?
        var summary: String?
        var description: String?
        var security: [[String: [String]]]?
        var parameters: [Parameter]?
        var requestBody: Body?
        var responses: [String: Response]?
    }

    struct Parameter: Decodable {
        var reference: String?
        var name: String?
        var place: String?
        var description: String?
        var required: Bool?
        var schema: Schema?

        private enum CodingKeys: String, CodingKey {
            case reference = "$ref"
            case place = "in"
            case name, description, required, schema
        }
    }

    struct Body: Decodable {
        var content: [String: MediaType]?
    }

    struct MediaType: Decodable {
        var schema: Schema?
    }

    struct Response: Decodable {
        var reference: String?
        var description: String?
        var content: [String: MediaType]?

        private enum CodingKeys: String, CodingKey {
            case reference = "$ref"
            case description, content
        }
    }

    struct Components: Decodable {
        var schemas: [String: Schema]?
        var parameters: [String: Parameter]?
        var responses: [String: Response]?
    }

    var info: Info
    var tags: [Tag]?
    /// By path, then by method in small letters.
    var paths: [String: [String: Operation]]
    var components: Components?

    private enum CodingKeys: String, CodingKey {
        case info, tags, paths, components
    }

    private static let methods = ["get", "post", "put", "patch", "delete"]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        info = try container.decode(Info.self, forKey: .info)
        tags = try container.decodeIfPresent([Tag].self, forKey: .tags)
        components = try container.decodeIfPresent(Components.self, forKey: .components)
        // Beside its operations a path may hold parameters and texts of its own.
        paths = try container.decode([String: PathItem].self, forKey: .paths).mapValues(\.operations)
    }

    private struct PathItem: Decodable {
        var operations: [String: Operation] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            for method in OpenAPIDocument.methods {
                operations[method] = try container.decodeIfPresent(Operation.self, forKey: Name(stringValue: method))
            }
        }
    }

    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// A schema as far as the reference shows it.
    final class Schema: Decodable, Sendable {
        let reference: String?
        let types: [String]
        let format: String?
        let description: String?
        let properties: [String: Schema]
        let required: [String]
        let values: [String]
        let items: Schema?
        let alternatives: [Schema]

        private enum CodingKeys: String, CodingKey {
            case reference = "$ref"
            case values = "enum"
            case type, format, description, properties, required, items, anyOf, oneOf, allOf
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            reference = try container.decodeIfPresent(String.self, forKey: .reference)
            if let one = try? container.decode(String.self, forKey: .type) {
                types = [one]
            } else {
                types = (try? container.decode([String].self, forKey: .type)) ?? []
            }
            format = try container.decodeIfPresent(String.self, forKey: .format)
            description = try container.decodeIfPresent(String.self, forKey: .description)
            properties = try container.decodeIfPresent([String: Schema].self, forKey: .properties) ?? [:]
            required = try container.decodeIfPresent([String].self, forKey: .required) ?? []
            values = (try? container.decode([String].self, forKey: .values)) ?? []
            items = try? container.decode(Schema.self, forKey: .items)
            alternatives =
                (try? container.decode([Schema].self, forKey: .anyOf))
                ?? (try? container.decode([Schema].self, forKey: .oneOf))
                ?? (try? container.decode([Schema].self, forKey: .allOf)) ?? []
        }
    }
}
