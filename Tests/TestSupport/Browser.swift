import Foundation

/// A real browser without a window, driven through the W3C WebDriver protocol (https://www.w3.org/TR/webdriver2/).
public final class Browser: Sendable {
    private let driver: ProgramRun
    private let client: HTTPClient
    private let session: String
    private let folder: TemporaryFolder

    /// Whether Chromium and its driver are installed. Browser tests are enabled by this.
    public static var isInstalled: Bool { program != nil && driverProgram != nil }

    private static var program: String? { ProductsFolder.installed("chromium", "chromium-browser", "google-chrome") }
    private static var driverProgram: String? { ProductsFolder.installed("chromedriver") }

    /// Starts a browser for the time of a test and ends it afterwards, whatever happens.
    ///
    /// - Parameters:
    ///   - width: of the window, in pixels.
    ///   - height: of the window, in pixels.
    ///   - language: what the browser asks servers for, such as "es".
    ///   - body: the test.
    /// - Throws: ``BrowserFailure`` when the browser cannot be started, and what `body` throws.
    public static func run<Value>(
        width: Int = 1280,
        height: Int = 800,
        language: String = "en",
        _ body: (Browser) async throws -> Value
    ) async throws -> Value {
        let browser = try await Browser(width: width, height: height, language: language)
        do {
            let value = try await body(browser)
            await browser.quit()
            return value
        } catch {
            await browser.quit()
            throw error
        }
    }

    private init(width: Int, height: Int, language: String) async throws {
        guard let program = Self.program, let driverProgram = Self.driverProgram else {
            throw BrowserFailure(code: "not installed", message: "install chromium and chromium-driver")
        }
        folder = try TemporaryFolder()
        let port = try FreePort.find()
        driver = try ProgramRun(driverProgram, ["--port=\(port)", "--allowed-ips=127.0.0.1"])
        client = HTTPClient(port: port, timeout: .seconds(120))
        try await eventually("chromedriver listens", within: .seconds(120)) { [client] in
            (try? await client.get("/status").json()["value"]["ready"].boolean) == true
        }
        var options: [JSONValue] = [
            "--headless=new", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
            .text("--window-size=\(width),\(height)"), .text("--lang=\(language)"),
            .text("--user-data-dir=\(folder.path)"),
        ]
        // Chromium's own sandbox refuses to work for root, who is what containers run as.
        if geteuid() == 0 { options.append("--no-sandbox") }
        let capabilities: JSONValue = [
            "browserName": "chrome",
            "pageLoadStrategy": "normal",
            "goog:loggingPrefs": ["browser": "ALL"],
            "goog:chromeOptions": [
                "binary": .text(program), "args": .array(options), "prefs": ["intl.accept_languages": .text(language)],
            ],
        ]
        let answer = try await Self.command(
            client,
            "POST",
            "/session",
            ["capabilities": ["alwaysMatch": capabilities]]
        )
        guard let session = answer["sessionId"].text else {
            throw BrowserFailure(code: "no session", message: String(decoding: answer.bytes, as: UTF8.self))
        }
        self.session = session
    }

    /// Ends the browser and its driver.
    private func quit() async {
        _ = try? await command("DELETE", "")
        driver.signal(SIGTERM)
        _ = try? await driver.end(within: .seconds(10))
    }

    /// Sends a WebDriver command of this session.
    ///
    /// - Parameters:
    ///   - method: GET, POST or DELETE.
    ///   - path: what follows the session in the command's path, "/url" for example.
    ///   - parameters: the command's parameters.
    /// - Returns: the value of the answer.
    /// - Throws: ``BrowserFailure`` with WebDriver's error code.
    @discardableResult
    func command(_ method: String, _ path: String, _ parameters: JSONValue = [:]) async throws -> JSONValue {
        try await Self.command(client, method, "/session/\(session)\(path)", parameters)
    }

    private static func command(
        _ client: HTTPClient,
        _ method: String,
        _ path: String,
        _ parameters: JSONValue
    ) async throws -> JSONValue {
        let response =
            method == "POST"
            ? try await client.send(method, path, json: parameters)
            : try await client.send(ClientRequest(method, path))
        let value = try response.json()["value"]
        guard response.status == 200 else {
            throw BrowserFailure(
                code: value["error"].text ?? "status \(response.status)",
                message: value["message"].text ?? ""
            )
        }
        return value
    }
}

/// The browser refused a command.
public struct BrowserFailure: Error, Sendable, CustomStringConvertible {
    /// The error code of the WebDriver standard, such as "no such element".
    public let code: String

    /// What the driver says about it.
    public let message: String

    /// The code and the message.
    public var description: String { "browser: \(code): \(message)" }
}
