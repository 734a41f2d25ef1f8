import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisCrypto
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Certificates: made by their members, read by everyone who has the address.
    static let certificateRoutes: [Route] = [
        .form(Paths.makeCertificate) { call in
            let thread: ThreadID = try call.id("thread"), code = Base64URL.encode(call.env.random.bytes(16))
            do {
                let made = try await call.community(of: thread).makeCertificate(of: thread, code: code, as: call.viewer)
                return .seeOther(Paths.certificate(made))
            } catch Denial.input(let errors) {
                let date = try await call.read { try TitledGathering.load(thread, $0.db) }
                return NoCertificatePageView(call: call, date: date, errors: errors).response(.unprocessableContent)
            }
        },
        .page(Paths.certificate("{certificate}")) { call in
            let code = try call.parameter("certificate")
            guard let found = try await call.env.store.read({ try Certificate.load(code, $0) }) else {
                return NoCertificatePageView(call: call).response(.notFound)
            }
            return CertificatePageView(call: call, certificate: found).response()
        },
    ]
}
