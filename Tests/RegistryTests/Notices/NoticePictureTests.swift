import Storage
import Surfaces
import Testing

@testable import Registry

@Suite("Pictures of notices") struct NoticePictureTests {
    private static func picture() -> Picture {
        var picture = Picture(width: 900, height: 600, fill: .sky)
        for ring in 1..<60 { picture.drawCircle(PicturePoint(450, 300), radius: Double(ring * 8), .black, width: 2) }
        return picture
    }

    private func draft(_ world: World) async throws -> (number: NoticeNumber, desk: Actor) {
        let desk = try await world.desk("BR")
        let notice = try await world.registry.notices.create(NoticeTests.red(), desk)
        return (try #require(NoticeNumber(notice.number)), desk)
    }

    @Test("a picture gets a small one for lists; a small picture is its own")
    func thumbnail() async throws {
        let world = try await World()
        let (number, desk) = try await draft(world)
        let notices = world.registry.notices
        let large = try world.registry.blobs.put(Self.picture().jpeg(quality: 95))
        let added = try await notices.addPicture(mediaType: "image/jpeg", blob: large, to: number, desk)
        let file = try await notices.picture(added.sequence, of: number, desk)
        let small = try await notices.picture(added.sequence, of: number, isThumbnail: true, desk)
        #expect(small.bytes.count < file.bytes.count && small.mediaType == "image/jpeg")
        #expect(try Picture.read(small.bytes).width == NoticePictureArrival.thumbnailSide)
        let tiny = try world.registry.blobs.put(Picture(width: 4, height: 4, fill: .black).png())
        let icon = try await notices.addPicture(mediaType: "image/png", blob: tiny, to: number, desk)
        let same = try await notices.picture(icon.sequence, of: number, isThumbnail: true, desk)
        #expect(same.mediaType == "image/png" && icon.thumbnail == icon.blob)
    }

    @Test("what is no whole picture of the stated kind is refused, and says why")
    func hostile() async throws {
        let world = try await World()
        let (number, desk) = try await draft(world)
        let png = try Self.picture().png()
        var bomb = png
        bomb.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
        let cases: [(String, [UInt8], String)] = [
            ("image/svg+xml", Array("<svg onload='x()'/>".utf8), "mediaType not-a-picture-type"),
            ("image/png", Array("<html><script>alert(1)</script>".utf8), "file not-a-picture"),
            ("image/jpeg", png, "file not-a-picture"),
            ("image/png", Array(png.prefix(png.count / 2)), "file picture-damaged"),
            ("image/png", bomb, "file too-many-pixels"),
            ("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9], "file picture-damaged"),
        ]
        for (type, bytes, expected) in cases {
            let blob = try world.registry.blobs.put(bytes)
            let refusal = await world.refusal {
                try await world.registry.notices.addPicture(mediaType: type, blob: blob, to: number, desk)
            }
            #expect(refusal?.failures.map { "\($0.field) \($0.code)" } == [expected])
        }
        #expect(try await world.registry.notices.pictures(of: number, desk).isEmpty)
    }

    @Test("only the owner's desk takes a picture away, and only while the notice is open")
    func removal() async throws {
        let world = try await World()
        let (number, desk) = try await draft(world)
        let notices = world.registry.notices
        let blob = try world.registry.blobs.put(Self.picture().png())
        let picture = try await notices.addPicture(mediaType: "image/png", blob: blob, to: number, desk)
        let other = try await world.desk("AR")
        let unseen = await world.refusal { try await notices.removePicture(picture.sequence, from: number, other) }
        #expect(unseen?.code == .notFound)
        let absent = await world.refusal { try await notices.removePicture(99, from: number, desk) }
        #expect(absent?.code == .notFound)
        _ = try await notices.send(number, version: 1, desk)
        let closed = await world.refusal { try await notices.removePicture(picture.sequence, from: number, desk) }
        #expect(closed?.code == .illegalState)
        _ = try await notices.setState(.cancelled, of: number, version: 2, reason: "test", desk)
        #expect(try await notices.pictures(of: number, desk).count == 1)
        let draft = try await draft(world).number
        let second = try await notices.addPicture(mediaType: "image/png", blob: blob, to: draft, desk)
        try await notices.removePicture(second.sequence, from: draft, desk)
        #expect(try await notices.pictures(of: draft, desk).isEmpty)
        #expect(try await world.actions().last == "notice.picture-removed")
    }
}
