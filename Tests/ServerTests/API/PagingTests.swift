import TestSupport
import Testing

@Suite("API: lists", .runningServer)
struct PagingTests {
    let server: TestServer

    init() throws { server = try #require(TestServer.current) }

    @Test("paging sees every record once, while others are added")
    func records() async throws {
        let client = try await server.desk("PY")
        var entered: [String] = []
        for _ in 0..<13 { entered.append(try await server.enter("PY", Serial.next())) }
        var seen: [String] = []
        var path = "/api/v1/records?bureau=PY&limit=4"
        while true {
            let page = try await client.get(path).json()
            seen += (page["records"].array ?? []).compactMap { $0["number"].text }
            guard let next = page["next"].text else { break }
            _ = try await server.enter("PY", Serial.next())
            path = "/api/v1/records?bureau=PY&limit=4&before=\(next)"
        }
        #expect(seen == entered.reversed())
    }

    @Test("the journal is paged newest first, each entry once")
    func journal() async throws {
        for _ in 0..<7 { _ = try await server.enter("AR", Serial.next()) }
        let client = try await server.client("administrator.ar")
        var sequences: [Int] = []
        var path = "/api/v1/journal?action=record.create&limit=3"
        while true {
            let page = try await client.get(path).json()
            sequences += (page["entries"].array ?? []).compactMap { $0["sequence"].integer }
            guard let next = page["next"].text else { break }
            path = "/api/v1/journal?action=record.create&limit=3&before=\(next)"
        }
        #expect(sequences.count == 7)
        #expect(sequences == Set(sequences).sorted(by: >))
    }

    @Test("a limit outside its bounds is moved to the bound", arguments: ["0", "-5", "1000000"])
    func limits(limit: String) async throws {
        _ = try await server.enter("BR", Serial.next())
        let answer = try await server.desk("BR").get("/api/v1/records?limit=\(limit)")
        #expect(answer.status == 200)
        #expect(try answer.json()["records"].array?.isEmpty == false)
    }

    @Test("filters narrow, and a number is found as it is read")
    func filters() async throws {
        let number = try await server.enter("BR", "QRO 77-O51", ["class": "seized"])
        let client = try await server.desk("AR")
        for query in ["serial=qr077051", "serial=QRO77O51&class=seized", "serial=QRO77O51&bureau=BR&status=active"] {
            let page = try await client.get("/api/v1/records?\(query)").json()
            #expect(page["records"].array?.compactMap { $0["number"].text } == [number], "\(query)")
        }
        for query in ["serial=QRO77O51&class=lost", "serial=QRO77O51&bureau=PY"] {
            #expect(try await client.get("/api/v1/records?\(query)").json()["records"] == [])
        }
    }
}
