import Hummingbird
import Registry

extension CartoucheServer {
    /// The pages, one group of routes per capability.
    static func addPages(_ site: Site, to router: Router<WebContext>) {
        SignInPages(site: site).add(to: router)
        AccountPages(site: site).add(to: router)
        LanguagePages(site: site).add(to: router)
        CheckPages(site: site).add(to: router)
        DescribePages(site: site).add(to: router)
        HitPages(site: site).add(to: router)
        WorklistPages(site: site).add(to: router)
        ExaminationPages(site: site).add(to: router)
        ExhibitLinkPages(site: site).add(to: router)
        ReportPages(site: site).add(to: router)
        QualityPages(site: site).add(to: router)
        RecordPages(site: site).add(to: router)
        ObjectPages<TravelDocument>(site: site).add(to: router)
        ObjectPages<Vehicle>(site: site).add(to: router)
        NoticePages(site: site).add(to: router)
        CasePages(site: site).add(to: router)
        ExhibitPages(site: site).add(to: router)
        MarkPages(site: site).add(to: router)
        ImportPages(site: site).add(to: router)
        BureauTablePages(site: site).add(to: router)
        MicroscopePages(site: site).add(to: router)
        MicroscopeRoutes(site: site).add(to: router)
        JournalPages(site: site).add(to: router)
        UserPages(site: site).add(to: router)
        CorrelationPages(site: site).add(to: router)
        ReferencePages(site: site).add(to: router)
    }
}
