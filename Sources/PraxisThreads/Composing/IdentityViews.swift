import HTML
import PraxisWeb
import PraxisWords

extension Call {
    /// What was found, above the form that holds the text.
    func identityBanner(_ found: [IdentityPlan.Finding]) -> HTML {
        let words = words.threads.write.identity
        return """
            <div class="errors caution" role="alert" tabindex="-1" aria-labelledby="identity-h">\
            <h2 id="identity-h">\(words.heading())</h2><p>\(words.notPosted())</p>
            <ul>\(each: found, { "<li><a href=\"#body\"><strong>\($0.text)</strong></a> (\(words.name(of: $0.kind)))</li>" as HTML })</ul>
            <p>\(words.limits())</p></div>
            """
    }
}

extension IdentityWords {
    fileprivate func name(of kind: IdentityPlan.Kind) -> String {
        switch kind {
        case .nhsNumber: nhsNumber()
        case .healthCard: healthCard()
        case .socialInsurance: socialInsurance()
        case .nationalInsurance: nationalInsurance()
        case .phone: phone()
        case .birthDate: birthDate()
        case .postcodeAndDate: postcodeAndDate()
        }
    }
}
