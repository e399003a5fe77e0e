import Hummingbird

extension CartoucheServer {
    /// The pages, one group of routes per capability.
    static func addPages(_ site: Site, to router: Router<WebContext>) {
    }
}
