extension ReferencePage {
    private static let methodOrder = ["get", "post", "put", "patch", "delete"]

    /// Lays out a document: operations by their first tag, in the order of the tags, then by path and method.
    init(_ document: OpenAPIDocument) {
        let references = OpenAPIReferences(document)
        var byTag: [String: [Operation]] = [:]
        for path in document.paths.keys.sorted() {
            for method in Self.methodOrder {
                guard let operation = document.paths[path]?[method] else { continue }
                byTag[operation.tags?.first ?? "", default: []].append(
                    Operation(operation, method: method, path: path, references)
                )
            }
        }
        let tags = document.tags ?? []
        let others = byTag.keys.filter { name in !tags.contains { $0.name == name } }.sorted()
        let groups = tags.map { ($0.name, $0.description) } + others.map { ($0, nil) }
        self.init(
            title: document.info.title, version: document.info.version, description: document.info.description,
            groups: groups.compactMap { name, description in
                byTag[name].map {
                    Group(
                        identifier: "group-\(Self.anchor(name))", name: name, description: description, operations: $0
                    )
                }
            },
            schemas: (document.components?.schemas ?? [:]).sorted { $0.key < $1.key }.map {
                Schema($0.value, name: $0.key, references)
            }
        )
    }

    /// Small letters, digits and hyphens.
    static func anchor(_ text: String) -> String {
        String(text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}

/// What a document's references point to.
struct OpenAPIReferences {
    private let document: OpenAPIDocument

    init(_ document: OpenAPIDocument) { self.document = document }

    func parameter(_ parameter: OpenAPIDocument.Parameter) -> OpenAPIDocument.Parameter? {
        guard let reference = parameter.reference else { return parameter }
        return document.components?.parameters?[Self.name(reference)]
    }

    func response(_ response: OpenAPIDocument.Response) -> OpenAPIDocument.Response? {
        guard let reference = response.reference else { return response }
        return document.components?.responses?[Self.name(reference)]
    }

    /// A type in a few words, with the anchor of the schema it names.
    func type(_ schema: OpenAPIDocument.Schema?) -> ReferencePage.TypeName {
        guard let schema else { return .init(text: "any") }
        if let reference = schema.reference {
            let name = Self.name(reference)
            return .init(text: name, path: "#schema-\(ReferencePage.anchor(name))")
        }
        if let items = schema.items {
            let item = type(items)
            return .init(text: "[\(item.text)]", path: item.path)
        }
        if !schema.alternatives.isEmpty {
            let parts = schema.alternatives.map(type)
            return .init(text: parts.map(\.text).joined(separator: " | "), path: parts.compactMap(\.path).first)
        }
        var text = schema.types.isEmpty ? "any" : schema.types.joined(separator: " | ")
        if let format = schema.format { text += " (\(format))" }
        if !schema.values.isEmpty { text = schema.values.joined(separator: " | ") }
        return .init(text: text)
    }

    private static func name(_ reference: String) -> String {
        reference.split(separator: "/").last.map(String.init) ?? reference
    }
}

extension ReferencePage.Operation {
    init(
        _ operation: OpenAPIDocument.Operation, method: String, path: String, _ references: OpenAPIReferences
    ) {
        let scopes = (operation.security ?? []).flatMap { $0.values.flatMap { $0 } }
        self.init(
            identifier: operation.operationId ?? ReferencePage.anchor("\(method)-\(path)"),
            method: method.uppercased(), path: path, summary: operation.summary ?? path,
            description: operation.description, scope: scopes.isEmpty ? nil : scopes.joined(separator: ", "),
            parameters: (operation.parameters ?? []).compactMap(references.parameter).map {
                ReferencePage.Field(
                    name: $0.name ?? "", place: $0.place, type: references.type($0.schema),
                    isRequired: $0.required ?? false, description: $0.description
                )
            },
            requestBody: operation.requestBody?.content?.min { $0.key < $1.key }.map {
                ReferencePage.Body(mediaType: $0.key, type: references.type($0.value.schema))
            },
            responses: (operation.responses ?? [:]).sorted { $0.key < $1.key }.compactMap { status, response in
                references.response(response).map { response in
                    ReferencePage.Response(
                        status: status, description: response.description ?? "",
                        type: response.content?.min { $0.key < $1.key }.map { references.type($0.value.schema) }
                    )
                }
            }
        )
    }
}

extension ReferencePage.Schema {
    init(_ schema: OpenAPIDocument.Schema, name: String, _ references: OpenAPIReferences) {
        let required = Set(schema.required)
        self.init(
            identifier: "schema-\(ReferencePage.anchor(name))", name: name, description: schema.description,
            properties: schema.properties.sorted { $0.key < $1.key }.map { name, property in
                ReferencePage.Field(
                    name: name, type: references.type(property), isRequired: required.contains(name),
                    description: property.description
                )
            },
            values: schema.values
        )
    }
}
