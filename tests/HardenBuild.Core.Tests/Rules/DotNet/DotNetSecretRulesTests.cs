using HardenBuild.Rules.DotNet.Secrets;

namespace HardenBuild.Core.Tests.Rules.DotNet;

public sealed class DotNetSecretRulesTests
{
    private const string Aspnet = "mcr.microsoft.com/dotnet/aspnet:10.0";
    private const string Sdk = "mcr.microsoft.com/dotnet/sdk:10.0";

    [Theory]
    [InlineData($"FROM {Aspnet}\nCOPY [|certs/site.PFX|] [|localhost.key|] /https/\n")]
    [InlineData($"FROM {Aspnet}\nCOPY [[|\"a.p12\"|], \"/https/\"]\n")]
    [InlineData($"FROM {Sdk} AS build\nRUN dotnet [|dev-certs|] https -ep /cert.pfx -p x\nFROM {Aspnet}\nCOPY --from=build /cert.pfx /\n", "https")]
    [InlineData($"FROM {Sdk}\nRUN dotnet dev-certs [|https|] --trust\n")]
    [InlineData($"FROM {Aspnet}\nENV [|Kestrel__Certificates__Default__Password|]=x\n")]
    public void Reports_keys_of_certificates(string text, string? verb = null) =>
        RuleVerifier.Verify<DotnetHttpsCertificateCopied>("Dockerfile", verb is null ? text : text.Replace("[|dev-certs|] https", "dev-certs [|https|]", StringComparison.Ordinal));

    [Theory]
    [InlineData($"FROM {Aspnet}\nCOPY site.crt ca.pem /https/\n")]
    [InlineData($"FROM {Aspnet} AS build\nCOPY --from=certs a.pfx /\n")]
    [InlineData($"FROM {Sdk} AS test\nCOPY a.pfx /\nFROM {Aspnet}\n")]
    [InlineData($"FROM {Sdk} AS build\nRUN dotnet dev-certs https\nFROM {Aspnet}\nCOPY --from=build /app /app\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet dev-certs https --clean\n")]
    [InlineData($"FROM {Aspnet}\nENV Kestrel__Certificates__Default__Password= Kestrel__Certificates__Default__Path=/x.pfx\n")]
    public void Accepts_public_halves_and_what_stays_behind(string text) => RuleVerifier.Verify<DotnetHttpsCertificateCopied>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}\nCOPY [|Microsoft/UserSecrets/|] /root/.microsoft/usersecrets/\nADD [|secrets.json|] /app/\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet user-secrets [|set|] A B\n")]
    public void Reports_user_secrets(string text) => RuleVerifier.Verify<DotnetUserSecretsCopied>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}\nCOPY my-secrets.json.template /app/\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet user-secrets list\n")]
    [InlineData($"FROM {Aspnet}\nCOPY <<secrets.json /app/\nsecrets.json\nsecrets.json\n")]
    public void Accepts_other_files_and_commands(string text) => RuleVerifier.Verify<DotnetUserSecretsCopied>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet} AS base\nCOPY [|src/appsettings.Development.json|] .\nFROM base\nCOPY --from=build [|/app/appsettings.local.json|] .\n")]
    public void Reports_settings_of_developers(string text) => RuleVerifier.Verify<DotnetDevelopmentAppsettingsInImage>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Aspnet}\nCOPY appsettings.json appsettings.Production.json appsettings.*.json .\n")]
    [InlineData($"FROM {Aspnet} AS dev\nCOPY appsettings.Development.json .\n")]
    [InlineData($"FROM {Sdk} AS build\nCOPY appsettings.Development.json .\nFROM {Aspnet}\n")]
    public void Accepts_settings_of_production(string text) => RuleVerifier.Verify<DotnetDevelopmentAppsettingsInImage>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN echo '<configuration><packageSourceCredentials><a><add key=\"ClearTextPassword\" value=\"[|abc|]\"/></a></packageSourceCredentials></configuration>' > nuget.config\n")]
    [InlineData($"FROM {Sdk}\nRUN echo \"<packageSourceCredentials><a><add key=\\\"ClearTextPassword\\\" value=\\\"[|abc|]\\\"/></a>\" > nuget.config\n")]
    [InlineData($"FROM {Sdk}\nCOPY <<EOF /root/.nuget/NuGet/NuGet.Config\n<packageSourceCredentials>\n<add key='Password' value='[|abc|]' />\nEOF\n")]
    public void Reports_passwords_in_written_configuration(string text) => RuleVerifier.Verify<DotnetNugetConfigCredentialsCopied>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nCOPY <<EOF NuGet.Config\n<packageSourceCredentials>\n<add key=\"ClearTextPassword\" value=\"%FEED%\" />\n<add key=\"Password\" value=\"$FEED\" />\nEOF\n")]
    [InlineData($"FROM {Sdk}\nCOPY <<EOF a.config\n<appSettings><add key=\"Password\" value=\"x\" /></appSettings>\nEOF\n")]
    [InlineData($"FROM {Sdk}\nCOPY NuGet.Config .\nRUN <<EOF\n<packageSourceCredentials ClearTextPassword\nEOF\n")]
    public void Accepts_references(string text) => RuleVerifier.Verify<DotnetNugetConfigCredentialsCopied>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet nuget add source https://x/v3/index.json -n x -u u [|--password|] abc --store-password-in-clear-text\n")]
    [InlineData($"FROM {Sdk}\nARG FEED\nRUN dotnet nuget update source x \\\n    -u u [|-p|] \"$FEED\"\n")]
    [InlineData($"FROM {Sdk}\nRUN nuget sources add -Name x [|-Password|] abc\n")]
    [InlineData($"FROM {Sdk}\nENV [|VSS_NUGET_EXTERNAL_FEED_ENDPOINTS|]='{{}}'\nARG [|NuGetPackageSourceCredentials_feed|]\n")]
    [InlineData($"FROM {Sdk}\nRUN --mount=type=secret,id=t dotnet nuget add source https://x -n x [|-p|] $(cat /run/secrets/t)\n")]
    public void Reports_passwords_of_sources(string text) => RuleVerifier.Verify<DotnetNugetSourcePasswordInRun>("Dockerfile", text);

    [Theory]
    [InlineData($"FROM {Sdk}\nRUN dotnet nuget add source https://x/v3/index.json -n x\n")]
    [InlineData($"FROM {Sdk}\nRUN dotnet nuget remove source x\n")]
    [InlineData($"FROM {Sdk}\nARG NUGET_TOKEN\nRUN dotnet nuget add source https://x -n x -u u -p $NUGET_TOKEN\n")]
    [InlineData($"FROM {Sdk}\nRUN echo dotnet nuget add source x -p abc\n")]
    public void Accepts_open_sources_and_what_another_rule_reports(string text) => RuleVerifier.Verify<DotnetNugetSourcePasswordInRun>("Dockerfile", text);
}
