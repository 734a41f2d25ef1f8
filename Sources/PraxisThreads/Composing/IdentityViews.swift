import HTML
import PraxisWords

/// What was found in a text that may identify a person, above the form that holds it.
struct IdentityBanner: Sendable {
    let found: [IdentityPlan.Finding]
    let words: IdentityWords

    var html: HTML {
        """
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
