/// Sign-in: `GET` and `POST /sign-in` with fields `name`, `password`, `next`.
struct SignInPage: Page {
    static let template = "sign-in"

    /// A sign-in of the invented world that a demonstration offers.
    struct DemonstrationAccount: Sendable {
        var name: String
        var password: String
        var role: String
        var bureau: BureauName
    }

    /// The name as it was sent.
    var name: String = ""
    /// Why the sign-in was refused; never says which of name and password was wrong.
    var error: String?
    /// Where to go after signing in.
    var next: String?
    /// Where the public notices are; nil where nothing is public.
    var gallery: String?
    /// Shown in a demonstration only.
    var demonstrationAccounts: [DemonstrationAccount] = []
}
