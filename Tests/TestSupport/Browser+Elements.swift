/// A key that has no character, for ``Browser/Element/type(_:)``.
public enum Key {
    /// The enter key.
    public static let enter = "\u{E007}"
    /// The tabulator key.
    public static let tab = "\u{E004}"
    /// The escape key.
    public static let escape = "\u{E00C}"
    /// The arrow down key.
    public static let down = "\u{E015}"
    /// The arrow up key.
    public static let up = "\u{E013}"
}

extension Browser {
    /// An element of the page. It goes stale when the page is replaced.
    public struct Element: Sendable {
        let browser: Browser
        let identifier: String

        /// The member name by which the standard marks a reference to an element.
        static let mark = "element-6066-11e4-a52e-4f735466cecf"
    }

    /// The first element that a CSS selector finds.
    ///
    /// - Throws: ``BrowserFailure`` with "no such element" when there is none at this moment.
    public func find(_ selector: String) async throws -> Element {
        let query: JSONValue = ["using": "css selector", "value": .text(selector)]
        let found = try await command("POST", "/element", query)
        return Element(browser: self, identifier: found[Element.mark].text ?? "")
    }

    /// All the elements that a CSS selector finds, none included.
    ///
    /// - Throws: ``BrowserFailure`` when the selector is wrong.
    public func findAll(_ selector: String) async throws -> [Element] {
        let query: JSONValue = ["using": "css selector", "value": .text(selector)]
        let found = try await command("POST", "/elements", query).array ?? []
        return found.map { Element(browser: self, identifier: $0[Element.mark].text ?? "") }
    }

    /// Waits until a CSS selector finds an element that is shown.
    ///
    /// - Throws: ``DeadlineMissed`` when there is none in time.
    @discardableResult
    public func wait(for selector: String, within limit: Duration = .seconds(20)) async throws -> Element {
        try await eventualValue("the page shows \(selector)", within: limit, every: .milliseconds(50)) {
            for element in try await findAll(selector) {
                // An element may go while it is looked at; the next round sees the new one.
                if (try? await element.isDisplayed()) == true { return element }
            }
            return nil
        }
    }

    /// Waits until the text of the page contains something.
    ///
    /// - Throws: ``DeadlineMissed`` when it does not in time.
    public func wait(forText text: String, within limit: Duration = .seconds(20)) async throws {
        try await eventually("the page says \"\(text)\"", within: limit, every: .milliseconds(50)) {
            let shown = try? await script("return document.body.innerText").text
            return shown?.contains(text) == true
        }
    }

    /// The element that has the keyboard.
    ///
    /// - Throws: ``BrowserFailure`` when there is none.
    public func focused() async throws -> Element {
        let found = try await command("GET", "/element/active")
        return Element(browser: self, identifier: found[Element.mark].text ?? "")
    }
}

extension Browser.Element {
    private func command(_ method: String, _ path: String, _ parameters: JSONValue = [:]) async throws -> JSONValue {
        try await browser.command(method, "/element/\(identifier)\(path)", parameters)
    }

    /// Clicks it, as a mouse would.
    ///
    /// - Throws: ``BrowserFailure`` when it is hidden or covered.
    public func click() async throws {
        _ = try await command("POST", "/click")
    }

    /// Types into it, after what is there; ``Key`` has the keys without a character. The path of a file chooses the file
    /// in a file field.
    ///
    /// - Throws: ``BrowserFailure`` when it takes no keys.
    public func type(_ text: String) async throws {
        _ = try await command("POST", "/value", ["text": .text(text)])
    }

    /// Empties a field.
    ///
    /// - Throws: ``BrowserFailure`` when it cannot be edited.
    public func clear() async throws {
        _ = try await command("POST", "/clear")
    }

    /// The text as shown.
    ///
    /// - Throws: ``BrowserFailure`` when the element is stale.
    public func text() async throws -> String {
        try await command("GET", "/text").text ?? ""
    }

    /// An attribute as written in the page, nil when it is not there.
    ///
    /// - Throws: ``BrowserFailure`` when the element is stale.
    public func attribute(_ name: String) async throws -> String? {
        try await command("GET", "/attribute/\(name)").text
    }

    /// A property as it is now, such as `value` or `checked`.
    ///
    /// - Throws: ``BrowserFailure`` when the element is stale.
    public func property(_ name: String) async throws -> JSONValue {
        try await command("GET", "/property/\(name)")
    }

    /// Whether it is shown.
    ///
    /// - Throws: ``BrowserFailure`` when the element is stale.
    public func isDisplayed() async throws -> Bool {
        try await command("GET", "/displayed").boolean ?? false
    }

    /// What a screen reader calls it.
    ///
    /// - Throws: ``BrowserFailure`` when the element is stale.
    public func accessibleName() async throws -> String {
        try await command("GET", "/computedlabel").text ?? ""
    }

    /// What a screen reader says it is: "button", "link".
    ///
    /// - Throws: ``BrowserFailure`` when the element is stale.
    public func accessibleRole() async throws -> String {
        try await command("GET", "/computedrole").text ?? ""
    }
}
