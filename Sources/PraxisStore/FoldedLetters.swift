import CSQLiteSettings
import GRDB
import PraxisDomain

/// `Folding` as the tokenizer of the full-text index and SQL ask for it.
enum FoldedLetters {
    /// What the tokenizer is told of one scalar.
    static let tell: praxis_fold = { value, letter in
        guard let letter, let scalar = Unicode.Scalar(value) else { return }
        let folded = Folding.folded(scalar)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: folded.scalars)
        withUnsafeMutableBytes(of: &letter.pointee.bytes) { bytes in
            let utf8 = String(text).utf8
            // The few that are longer stay as they are.
            let told = utf8.count <= bytes.count ? Array(utf8) : Array(String(scalar).utf8)
            bytes.copyBytes(from: told)
            letter.pointee.size = UInt8(told.count)
        }
        letter.pointee.kind = folded.kind.rawValue
    }

    /// The function `folded` of SQL, for migrations.
    static let function = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(Folding.folded)
    }
}
