import Foundation

extension Browser {
    /// Opens an address and waits until the page is loaded.
    ///
    /// - Throws: ``BrowserFailure`` when it cannot be loaded.
    public func open(_ address: String) async throws {
        try await command("POST", "/url", ["url": .text(address)])
    }

    /// Loads the page again.
    ///
    /// - Throws: ``BrowserFailure`` when it cannot be loaded.
    public func reload() async throws {
        try await command("POST", "/refresh")
    }

    /// The address of the page.
    ///
    /// - Throws: ``BrowserFailure`` when there is no page.
    public func address() async throws -> String {
        try await command("GET", "/url").text ?? ""
    }

    /// The title of the page.
    ///
    /// - Throws: ``BrowserFailure`` when there is no page.
    public func title() async throws -> String {
        try await command("GET", "/title").text ?? ""
    }

    /// Runs a script in the page. It works on pages whose policy forbids scripts too.
    ///
    /// - Parameters:
    ///   - script: the body of a function; what it returns is the result.
    ///   - arguments: what the script finds in `arguments`.
    /// - Throws: ``BrowserFailure`` with "javascript error" when the script throws.
    @discardableResult
    public func script(_ script: String, _ arguments: [JSONValue] = []) async throws -> JSONValue {
        try await command("POST", "/execute/sync", ["script": .text(script), "args": .array(arguments)])
    }

    /// Sets the size of the window.
    ///
    /// - Throws: ``BrowserFailure`` when the size is refused.
    public func resize(width: Int, height: Int) async throws {
        let size: JSONValue = ["width": .number(Double(width)), "height": .number(Double(height))]
        try await command("POST", "/window/rect", size)
    }

    /// Shows pages as a phone with a screen of this size does; a window cannot be made as narrow as a phone.
    ///
    /// - Throws: ``BrowserFailure`` when the browser does not play a phone.
    public func becomePhone(width: Int = 390, height: Int = 844) async throws {
        let screen: JSONValue = [
            "width": .number(Double(width)), "height": .number(Double(height)), "deviceScaleFactor": 2, "mobile": true,
        ]
        try await command(
            "POST", "/goog/cdp/execute", ["cmd": "Emulation.setDeviceMetricsOverride", "params": screen]
        )
    }

    /// Runs a script in every page that is opened from now on, before the page's own scripts: the browser then lacks what
    /// the script takes away.
    ///
    /// - Throws: ``BrowserFailure`` when the browser does not take it.
    public func prepare(_ script: String) async throws {
        let source: JSONValue = ["source": .text(script)]
        try await command(
            "POST", "/goog/cdp/execute", ["cmd": "Page.addScriptToEvaluateOnNewDocument", "params": source]
        )
    }

    /// Takes a picture of what the window shows.
    ///
    /// - Parameter name: the name of the file, without ending. It goes to the folder that the environment variable
    ///   `CARTOUCHE_SCREENSHOTS` names, or to `screenshots` beside the tests.
    /// - Returns: the path of the picture.
    /// - Throws: ``BrowserFailure`` when no picture can be taken, and what the file system says.
    @discardableResult
    public func screenshot(_ name: String) async throws -> String {
        let folder =
            ProcessInfo.processInfo.environment["CARTOUCHE_SCREENSHOTS"] ?? "\(ProductsFolder.path)/screenshots"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard let text = try await command("GET", "/screenshot").text, let picture = Data(base64Encoded: text) else {
            throw BrowserFailure(code: "no picture", message: name)
        }
        let path = "\(folder)/\(name).png"
        try picture.write(to: URL(fileURLWithPath: path))
        return path
    }

    /// What the page and the browser wrote to the console since the last call, such as refusals by the content security
    /// policy, with the level in front: "SEVERE: ...".
    ///
    /// - Throws: ``BrowserFailure`` when the browser keeps no console.
    public func console() async throws -> [String] {
        let lines = try await command("POST", "/se/log", ["type": "browser"]).array ?? []
        return lines.map { "\($0["level"].text ?? ""): \($0["message"].text ?? "")" }
    }

    /// Makes the browser forget all cookies of the page's server.
    ///
    /// - Throws: ``BrowserFailure`` when there is no page.
    public func forgetCookies() async throws {
        try await command("DELETE", "/cookie")
    }
}
