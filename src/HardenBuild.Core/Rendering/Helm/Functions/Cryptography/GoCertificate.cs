using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Cryptography;

/// <summary>Sprig's <c>certificate</c>: a certificate and its key in PEM.</summary>
internal sealed class GoCertificate : GoObject
{
    public override string TypeName => "sprig.certificate";

    public override GoValue JsonValue
    {
        get
        {
            var map = new GoMap();
            map.Entries.Add("Cert", StandIns.Text(StandIns.Certificate));
            map.Entries.Add("Key", StandIns.Text(StandIns.PrivateKey));
            return map;
        }
    }

    public override string Print() => "{" + StandIns.Certificate + " " + StandIns.PrivateKey + "}";

    public override GoValue? Field(string name) => name switch
    {
        "Cert" => StandIns.Text(StandIns.Certificate),
        "Key" => StandIns.Text(StandIns.PrivateKey),
        _ => null,
    };
}
