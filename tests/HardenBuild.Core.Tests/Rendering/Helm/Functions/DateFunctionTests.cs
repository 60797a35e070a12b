namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Times in Go's layouts; the present is always the first moment of 2020.</summary>
public sealed class DateFunctionTests
{
    [Theory]
    [InlineData("""{{ now }}|{{ now | date "2006-01-02T15:04:05Z07:00" }}|{{ ago (now) }}|{{ htmlDate 0 }}""", "2020-01-01 00:00:00 +0000 UTC|2020-01-01T00:00:00Z|0s|1970-01-01")]
    [InlineData("""{{ date "Monday, January 2 2006 3:04PM .000 MST -0700 -07:00 002 _2 06 Jan" (toDate "2006-01-02 15:04:05" "2024-02-29 13:07:09") }}""", "Thursday, February 29 2024 1:07PM .000 UTC +0000 +00:00 060 29 24 Feb")]
    [InlineData("""{{ toDate "2006-01-02" "2024-02-30" }}|{{ toDate "Jan 2, 2006" "Mar 7, 1999" }}|{{ unixEpoch (toDate "2006-01-02T15:04:05Z07:00" "2000-01-01T01:00:00+01:00") }}""", "0001-01-01 00:00:00 +0000 UTC|1999-03-07 00:00:00 +0000 UTC|946684800")]
    [InlineData("""{{ now | dateModify "-1.5h" | date "15:04" }} {{ now | date_modify "48h" | date "02" }} {{ now | dateModify "x" | date "02" }}""", "22:30 03 01")]
    [InlineData("""{{ dateInZone "15:04 MST" (now) "UTC" }} {{ date_in_zone "15:04" 3600 "Nowhere/Town" }} {{ now.Year }} {{ now.Month }} {{ now.Weekday }} {{ now.Unix }}""", "00:00 UTC 01:00 2020 January Wednesday 1577836800")]
    [InlineData("""{{ duration "95" }} {{ duration (int64 3661) }} {{ duration 5 }} {{ durationRound "2400h10m5s" }} {{ durationRound "90s" }} {{ durationRound "500ms" }} {{ durationRound "400h" }}""", "1m35s 1h1m1s 0s 3mo 1m 0s 16d")]
    [InlineData("""{{ mustToDuration "1h30m" }} {{ durationSeconds "1m30s" }} {{ durationMinutes 90 }} {{ durationHours "90m" }} {{ durationDays "36h" }} {{ durationWeeks "252h" }} {{ durationMilliseconds "1.5s" }} {{ durationSeconds "x" }}""", "1h30m0s 90 1.5 1.5 1.5 1.5 1500 0")]
    [InlineData("""{{ durationRoundTo "93s" "1m" }} {{ durationTruncateTo 93 60 }} {{ durationRoundTo "1h" 0 }} {{ durationNanoseconds "1us" }} {{ durationMicroseconds 2.5 }}""", "2m0s 1m0s 1h0m0s 1000 2500000")]
    [InlineData("""{{ mustToDuration "abc" }}""", """template: c/templates/p.yaml:1:3: executing "c/templates/p.yaml" at <mustToDuration "abc">: error calling mustToDuration: could not parse duration "abc" """)]
    [InlineData("""{{ now | mustDateModify "1x" }}""", """template: c/templates/p.yaml:1:9: executing "c/templates/p.yaml" at <mustDateModify "1x">: error calling mustDateModify: time: unknown unit "x" in duration "1x" """)]
    public void Works_on_times(string template, string expected) => Assert.Equal(expected.TrimEnd(), TemplateRun.Text(template));
}
