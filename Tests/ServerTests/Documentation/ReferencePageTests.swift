import Foundation
import Testing

@testable import Server

@Suite("The readable API reference")
struct ReferencePageTests {
    private static let document = """
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"},
         "tags": [{"name": "Second", "description": "d"}, {"name": "First"}, {"name": "Unused"}],
         "paths": {"/b": {"parameters": [], "summary": "s",
            "post": {"operationId": "makeB", "tags": ["First"], "summary": "Make",
              "security": [{"bearer": ["records:write"]}],
              "parameters": [{"$ref": "#/components/parameters/Key"}, {"$ref": "#/components/parameters/Gone"}],
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
              "responses": {"201": {"description": "Made."}, "404": {"$ref": "#/components/responses/Gone"}}},
            "get": {"tags": ["Second"], "responses": {"200": {"description": "ok", "content": {"application/json":
              {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}}},
         "components": {"parameters": {"Key": {"name": "Key", "in": "header", "required": true,
              "schema": {"type": "string", "format": "uuid"}}},
            "schemas": {"Thing": {"type": "object", "required": ["a"], "properties": {
              "a": {"type": ["string", "null"]}, "b": {"enum": ["x", "y"]},
              "c": {"anyOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "null"}]}}}}}}
        """

    private func page() throws -> ReferencePage {
        ReferencePage(try JSONDecoder().decode(OpenAPIDocument.self, from: Data(Self.document.utf8)))
    }

    @Test("operations stand under their tags, in the order of the tags")
    func groups() throws {
        let page = try page()
        #expect(page.groups.map(\.name) == ["Second", "First"])
        #expect(page.groups.last?.operations.map(\.identifier) == ["makeB"])
        #expect(page.groups.first?.operations.first?.method == "GET")
    }

    @Test("references are followed, and those that lead nowhere are left out")
    func references() throws {
        let operation = try #require(try page().groups.last?.operations.first)
        #expect(operation.parameters.map(\.name) == ["Key"])
        #expect(operation.parameters.first?.type.text == "string (uuid)")
        #expect(operation.parameters.first?.isRequired == true)
        #expect(operation.requestBody?.type.path == "#schema-thing")
        #expect(operation.responses.map(\.status) == ["201"])
        #expect(operation.scope == "records:write")
    }

    @Test("types are told in a few words")
    func types() throws {
        let page = try page()
        #expect(page.groups.first?.operations.first?.responses.first?.type?.text == "[Thing]")
        #expect(page.schemas.first?.properties.map(\.type.text) == ["string | null", "x | y", "Thing | null"])
        #expect(page.schemas.first?.properties.map(\.isRequired) == [true, false, false])
    }

    @Test("the document that the program carries can be laid out, each anchor once")
    func own() throws {
        let url = PageRenderer.resources.appending(path: "openapi.json")
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        let document = try JSONDecoder().decode(OpenAPIDocument.self, from: Data(contentsOf: url))
        let page = ReferencePage(document)
        let anchors =
            page.groups.flatMap { [$0.identifier] + $0.operations.map(\.identifier) }
            + page.schemas.map(\.identifier)
        #expect(Set(anchors).count == anchors.count)
        #expect(page.groups.flatMap(\.operations).count == document.paths.values.map(\.count).reduce(0, +))
    }
}
