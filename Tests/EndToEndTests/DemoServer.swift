import TestSupport

/// The demo world with few records, served for one test.
struct DemoServer: Sendable {
    private let server: ServerProcess
    private let folder: TemporaryFolder

    /// Takes a demo world of its own and waits until it is served.
    static func start() async throws -> DemoServer {
        let folder = try TemporaryFolder()
        let data = folder.path(of: "demo")
        try await DemoWorldTemplate.shared.copy(to: data)
        let server = try await ServerProcess.start(data: data, command: "demo")
        return DemoServer(server: server, folder: folder)
    }

    /// What it has written so far.
    var log: String { server.log }

    /// Runs a subcommand on the data folder, however it ends.
    func run(_ arguments: String...) async throws -> ProgramRun.Result {
        try await ProgramRun(ProductsFolder.program(), arguments + ["--data", folder.path(of: "demo")]).end()
    }

    /// The path of a file of the data folder.
    func file(_ name: String) -> String { "\(folder.path(of: "demo"))/\(name)" }

    func address(_ path: String) -> String { server.address(path) }

    func stop() async throws { _ = try await server.terminate() }

    /// Signs in on the sign-in page.
    func signIn(_ user: String, _ browser: Browser) async throws {
        try await browser.open(address("/sign-in"))
        try await browser.find("#name").type(user)
        try await browser.find("#password").type(Tour.password)
        try await browser.find("main button, .sign-in button").click()
        try await browser.wait(for: "#bell")
    }

    func signOut(_ browser: Browser) async throws {
        try await browser.forgetCookies()
    }

    /// Checks what one would type into the one big field.
    func check(_ query: String, _ browser: Browser) async throws {
        try await browser.open(address("/"))
        try await browser.find("#query").type(query)
        _ = try await browser.script("document.getElementById('purpose').value = 'border-control'")
        try await browser.find("#check .button--great").click()
        try await browser.wait(for: ".asked")
    }
}

/// The guns of the guided tour, as the readme names them.
enum Tour {
    /// The password of every user of the demo world.
    static let password = "trigger-demo-2026"

    struct Stop: Sendable {
        /// What is typed.
        var serial: String
        /// The make of the first candidate.
        var make: String
    }

    static let exact = Stop(serial: "TKX30417 Taurus", make: "Taurus")
    static let misread = Stop(serial: "ESO1947", make: "Beretta")
    static let digitLeftOut = Stop(serial: "TKX3047 Taurus", make: "Taurus")
    static let partlyRemoved = Stop(serial: "KWN?2?? Bersa", make: "Bersa")
    static let sameSerial = Stop(serial: "483920 Rossi", make: "Rossi")
    static let hiddenFromChile = Stop(serial: "PLM77310 Glock", make: "Glock")
    /// The desk of the bureau that owns the partly removed gun's record.
    static let ownerDesk = "desk.py"
}
