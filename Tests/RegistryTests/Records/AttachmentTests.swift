import Storage
import Testing

@testable import Registry

@Suite("Attachments")
struct AttachmentTests {
    @Test("whoever may know of the record reads its attachments, and reading is journalled")
    func read() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345"), "BR")
        let blob = try world.registry.blobs.put("a picture".utf8)
        let added = try await world.registry.attachments.add(
            name: "frame.png", mediaType: "image/png", blob: blob, to: record.number, try await world.desk("BR")
        )
        let officer = try await world.officer("AR")
        #expect(try await world.registry.attachments.attachments(of: record.number, officer) == [added])
        let content = try await world.registry.attachments.content(of: added.id, record: record.number, officer)
        #expect(content.bytes == Array("a picture".utf8))
        #expect(try await world.actions().suffix(2) == ["attachment.add", "attachment.read"])
    }

    @Test("an attachment is not reached through another record")
    func otherRecord() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let secret = try await world.enter(gun("ABC12345", handling: .confidential), "BR")
        let open = try await world.enter(gun("DEF67890"), "BR")
        let blob = try world.registry.blobs.put("a picture".utf8)
        let added = try await world.registry.attachments.add(
            name: "frame.png", mediaType: "image/png", blob: blob, to: secret.number, desk
        )
        let refusal = await world.refusal {
            try await world.registry.attachments.content(of: added.id, record: open.number, try await world.desk("AR"))
        }
        #expect(refusal?.code == .notFound)
    }

    @Test("what a browser might run, what has no name and what is too large is refused, all at once")
    func failures() async throws {
        var settings = RegistrySettings()
        settings.largestAttachmentBytes = 4
        let world = try await World(settings)
        let record = try await world.enter(gun("ABC12345"), "BR")
        let blob = try world.registry.blobs.put("<script>".utf8)
        let refusal = await world.refusal {
            try await world.registry.attachments.add(
                name: "", mediaType: "text/html", blob: blob, to: record.number, try await world.desk("BR")
            )
        }
        #expect(refusal?.failures.map(\.field) == ["mediaType", "name", "file"])
    }
}
