import Foundation
import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Colours, type, space and icons, as the style sheet and the file of icons have them.
struct StyleTokenView {
    let call: Call
    let sheet: StyleSheetPlan

    private var words: StyleWords { call.words.style }

    var sections: [StyleSection] {
        [
            StyleSection("colours", words.colours(), colours), StyleSection("type", words.type(), type),
            StyleSection("space", words.space(), space), StyleSection("icons", words.icons(), icons),
        ]
    }

    private var colours: HTML {
        """
        <p>\(words.coloursText())</p><div class="scroll" tabindex="0" role="region" aria-labelledby="colours-h"><table class="swatches stack"><thead><tr>\
        <th scope="col">\(words.name())</th><th scope="col">\(words.ground())</th><th scope="col">\(words.light())</th>\
        <th scope="col">\(words.dark())</th></tr></thead><tbody>
        \(each: StyleSheetPlan.pairs, row)</tbody></table></div>
        """
    }

    private func row(_ pair: StyleSheetPlan.Pair) -> HTML {
        guard let colour = sheet.token(pair.colour), let ground = sheet.token(pair.ground) else { return HTML() }
        return """
            <tr><th scope="row"><code>\(colour.name)</code></th><td data-label="\(words.ground())"><code>\(ground.name)</code></td>\
            <td data-label="\(words.light())"><span>\(swatch(colour.light, ground.light))</span></td>\
            <td data-label="\(words.dark())"><span>\(swatch(colour.dark, ground.dark))</span></td></tr>

            """
    }

    /// The sign stands for text: both looks are shown whatever the reader has chosen.
    private func swatch(_ colour: String, _ ground: String) -> HTML {
        let ratio = StyleSheetPlan.contrast(colour, ground) ?? 1
        return """
            <svg class="swatch" width="72" height="28" viewBox="0 0 72 28" aria-hidden="true"><rect width="72" height="28" fill="\(ground)"></rect>\
            <path d="M8 21l6-14 6 14M10 16h8M28 9h36M28 14h36M28 19h22" fill="none" stroke="\(colour)" stroke-width="2"></path></svg>\
            <code>\(colour)</code> \(decimal(ratio))
            """
    }

    /// With one digit behind the point, rounded down: what is under 7 is not shown as 7.
    private func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded(.down))
        return "\(tenths / 10)\(call.words.code() == "fr" ? "," : ".")\(tenths % 10)"
    }

    private var type: HTML {
        let sentence = words.samples.sentence()
        let shown: [(selector: String, sample: HTML)] = [
            ("h2", "<h2>\(sentence)</h2>"), ("h3", "<h3>\(sentence)</h3>"),
            (".lead", "<p class=\"lead\">\(sentence)</p>"),
            ("body", "<p>\(sentence)</p>"), (".meta", "<p class=\"meta\">\(sentence)</p>"),
            (".tag", "<p><span class=\"tag\">\(sentence)</span></p>"),
            ("code", "<p><code>\(sentence)</code></p>"),
        ]
        let items = shown.map { selector, sample in
            "<dt><code>\(selector)</code> \(size(of: selector))</dt><dd>\(sample)</dd>" as HTML
        }
        return "<p>\(words.typeText()) <code>h1</code> \(size(of: "h1"))</p><dl class=\"facts\">\(items)</dl>"
    }

    /// What the sheet says of the type of a selector: a size of its own, or a shorthand.
    private func size(of selector: String) -> String {
        let size = sheet.value("font-size", of: selector), height = sheet.value("line-height", of: selector)
        if let size { return [size, height].compactMap { $0 }.joined(separator: "/") }
        return sheet.value("font", of: selector).map { String($0.prefix { $0 != " " }) } ?? ""
    }

    private var space: HTML {
        let spaces = sheet.tokens.filter { $0.name.hasPrefix("--s") && $0.light.hasSuffix("rem") && $0.name.count == 4 }
        let items = spaces.map { token -> HTML in
            let pixels = Int((Double(token.light.dropLast(3)) ?? 0) * 16)
            return """
                <li><svg class="swatch" width="\(pixels)" height="24" aria-hidden="true"><rect width="100%" height="24" fill="currentColor"></rect></svg>\
                <p><code>\(token.name)</code> \(token.light), \(pixels) px</p></li>
                """
        }
        return "<ul class=\"shown\">\(items)</ul>"
    }

    private var icons: HTML {
        let items = Icon.allCases.map { "<li>\($0.html) <code>\($0.rawValue)</code></li>" as HTML }
        let faces = words.samples.titles.enumerated().map { face($1, .init(rawValue: Int64($0))) }
        return """
            <p>\(words.iconsText())</p><ul class="shown">\(items)</ul>
            <h3>\(words.faces())</h3><div class="row">\(faces)</div>
            """
    }
}
