import Firearms
import Testing

@testable import Registry

@Suite("The library of methods") struct MethodTests {
    static func method(
        _ method: String, kinds: [ModusOperandi.Kind] = [.concealment], object: String? = nil, hidden: String? = nil,
        concealment: String? = nil, transport: String? = nil, texts: [(String, String)] = []
    ) -> NoticeContent {
        var content = NoticeContent(colour: .purple)
        var modus = ModusOperandi()
        modus.kinds = kinds
        modus.method = method
        modus.object = object
        modus.concealment = concealment
        modus.transport = transport
        content.modusOperandi = modus
        content.texts = texts.map { NoticeText(language: $0.0, text: $0.1) }
        // A diffusion is in force at once.
        content.addressees = ["AR", "CL"].compactMap { Country($0) }
        content.hiddenFrom = hidden.flatMap { Country($0) }.map { [$0] } ?? []
        return content
    }

    private func publish(_ content: NoticeContent, _ world: World) async throws -> NoticeNumber {
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(content, desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        return number
    }

    @Test(
        "forms of a word have one key in every language",
        arguments: [
            ["pistola", "pistolas", "Pistola"], ["frame", "frames"], ["convertida", "convertidos", "convertido"],
            ["ocultamiento", "ocultamientos"], ["soldadura", "soldaduras"], ["batteries", "battery"],
            ["welded", "welding", "welds"],
            ["véhicule", "vehicules"], ["السيارة", "سيارات", "وسيارة"], ["المسدسات", "مسدسات"],
            ["caminhão", "CAMINHAO"],
        ])
    func forms(_ words: [String]) {
        #expect(Set(words.compactMap { MethodWord($0)?.key }).count == 1, "\(words.map { MethodWord($0)?.key ?? "-" })")
    }

    @Test("words that stand in every text, numbers and single letters are no words")
    func stopWords() {
        #expect(MethodWord.words(of: "the los para avec 2026 a é في the-AND").isEmpty)
        #expect(MethodWord.words(of: "glued/welded, soldado;").map(\.surface) == ["glued", "welded", "soldado"])
    }

    @Test("a method is found by its fields and by words of any of its languages, in any form")
    func search() async throws {
        let world = try await World()
        let number = try await publish(
            Self.method(
                "Pistolas desmontadas dentro de equipos de gimnasio", object: "Correderas", concealment: "Tubos huecos",
                transport: "Camión", texts: [("en", "Dismantled pistols in gym machines"), ("ar", "مسدسات مفككة")]
            ), world)
        _ = try await publish(Self.method("Drones drop parcels over a wall", kinds: [.drone]), world)
        let reader = try await world.officer("AR")
        func found(_ filter: MethodFilter) async throws -> [String] {
            try await world.registry.methods.search(filter, reader).map(\.notice.number)
        }
        for words in ["gimnasios", "pistol", "DISMANTLED machine", "المسدسات", "desmontado"] {
            #expect(try await found(MethodFilter(words: words)) == [number.description], "\(words)")
        }
        #expect(try await found(MethodFilter(words: "gym drone")).isEmpty, "every word must be there")
        #expect(try await found(MethodFilter(object: "corredera")) == [number.description])
        #expect(try await found(MethodFilter(concealment: "tubo")) == [number.description])
        #expect(try await found(MethodFilter(transport: "camiones")).count == 1)
        #expect(try await found(MethodFilter(object: "camion")).isEmpty)
        #expect(try await found(MethodFilter(kind: .drone)).count == 1)
        #expect(try await found(MethodFilter()).count == 2)
    }

    @Test("like methods are told with the words that made them so, the most like first, and no others")
    func similar() async throws {
        let world = try await World()
        let own = try await publish(
            Self.method("Pistol frames welded inside the hollow rails of gym equipment", concealment: "Hollow rails"),
            world)
        let near = try await publish(
            Self.method("Slides hidden in hollow rails of gym machines, fresh welds", concealment: "Rails"), world)
        let far = try await publish(Self.method("Barrels sent by post among gym clothing", kinds: [.postal]), world)
        _ = try await publish(Self.method("Permits forged with stolen stamps", kinds: [.strawPurchase]), world)
        let found = try await world.registry.methods.similar(to: own, try await world.officer("AR"))
        #expect(found.first?.notice.number == near.description)
        #expect(found.first?.reasons.prefix(2).contains(.word("rails")) == true)
        #expect(found.first?.reasons.contains(.kind(.concealment)) == true)
        #expect(!found.map(\.notice.number).contains(own.description))
        #expect(found.count <= 2 && (found.count < 2 || found[1].notice.number == far.description))
    }

    @Test("a method hidden from a reader is not found, not suggested, and moves no score")
    func hidden() async throws {
        let (open, closed) = (try await World(), try await World())
        var scores: [[Double]] = []
        for (world, hasHidden) in [(open, false), (closed, true)] {
            let own = try await publish(Self.method("Frames welded inside gym rails"), world)
            _ = try await publish(Self.method("Slides inside gym rails"), world)
            if hasHidden {
                _ = try await publish(Self.method("Frames welded inside gym rails again", hidden: "CL"), world)
            }
            let reader = try await world.officer("CL")
            let found = try await world.registry.methods.similar(to: own, reader)
            scores.append(found.map(\.score))
            #expect(try await world.registry.methods.search(MethodFilter(words: "gym"), reader).count == 2)
            #expect(try await world.registry.methods.search(MethodFilter(words: "again"), reader).isEmpty)
        }
        #expect(scores[0] == scores[1], "the words of what is hidden weigh nothing")
        let hiddenNumber = try #require(NoticeNumber("2026/00003"))
        let refusal = await closed.refusal {
            try await closed.registry.methods.similar(to: hiddenNumber, try await closed.officer("CL"))
        }
        #expect(refusal?.code == .notFound)
    }

    @Test("drafts are seen by their bureau alone, what was withdrawn by nobody")
    func states() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        _ = try await world.registry.notices.create(Self.method("Draft of a method"), desk)
        let number = try await publish(Self.method("Cancelled method"), world)
        _ = try await world.registry.notices.setState(.cancelled, of: number, version: 2, reason: "x", desk)
        #expect(try await world.registry.methods.search(MethodFilter(words: "method"), desk).count == 1)
        #expect(try await world.registry.methods.search(MethodFilter(), try await world.officer("AR")).isEmpty)
    }
}
