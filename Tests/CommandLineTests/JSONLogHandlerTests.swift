import Foundation
import Logging
import Testing

@testable import CommandLine

@Suite("The log")
struct JSONLogHandlerTests {
    @Test("is one JSON object a line, whatever the values hold")
    func lines() throws {
        let pipe = Pipe()
        var logger = Logger(label: "test") { _ in
            JSONLogHandler(file: pipe.fileHandleForWriting.fileDescriptor)
        }
        logger[metadataKey: "server"] = "one"
        logger.info("request", metadata: ["route": "/checks/\"x\"", "status": "201"])
        logger.error("two\nlines")
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let lines = text.split(separator: "\n")
        try #require(lines.count == 2)
        let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: String])
        #expect(first["message"] == "request" && first["level"] == "info" && first["server"] == "one")
        #expect(first["route"] == "/checks/\"x\"" && first["status"] == "201" && first["time"]?.last == "Z")
        let second = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: String])
        #expect(second["message"] == "two\nlines" && second["level"] == "error")
    }
}
