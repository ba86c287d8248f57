using System.Text.RegularExpressions;

namespace Keyline.Architecture.Tests;

/// <summary>Habits that the compiler does not see.</summary>
public partial class SourceTests
{
    public static TheoryData<string> Folders => ["src", "tests"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_namespace_is_its_folder(string folder) => AssertNone(folder, (file, text) =>
        Namespace().Match(text) is { Success: true } found && found.Groups[1].Value != Expected(file));

    [Fact]
    public void A_file_is_named_after_what_is_in_it() => AssertNone("src", (file, text) =>
        Path.GetFileName(file) != "Program.cs"
        && !Regex.IsMatch(text, $@"\b(class|record|struct|interface|enum|delegate \w+) {Regex.Escape(Path.GetFileName(file).Split('.')[0])}\b"));

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_file_switches_a_rule_off(string folder) => AssertNone(folder, (_, text) => SwitchedOff().IsMatch(text));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Nothing_is_left_to_do(string folder) => AssertNone(folder, (_, text) => LeftOver().IsMatch(text));

    [Fact]
    public void No_test_is_skipped() => AssertNone("tests", (_, text) => Skipped().IsMatch(text));

    [Fact]
    public void Every_log_event_has_a_number_of_its_own()
    {
        var numbers = Files("src").SelectMany(file => Event().Matches(File.ReadAllText(file)).Select(found => (Number: found.Groups[1].Value, file))).ToList();

        Assert.NotEmpty(numbers);
        Assert.Empty(numbers.GroupBy(entry => entry.Number).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(entry => entry.file))}"));
    }

    [Fact]
    public void Every_log_event_is_numbered() => AssertNone("src", (_, text) =>
        text.Split("[LoggerMessage(").Length - 1 != Event().Count(text));

    private static IEnumerable<string> Files(string folder) => Repository.Sources(folder, "*.cs")
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static void AssertNone(string folder, Func<string, string, bool> isWrong) => Assert.Empty(Files(folder)
        .Where(file => Path.GetFileName(file) != $"{nameof(SourceTests)}.cs" && isWrong(file, File.ReadAllText(file)))
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal));

    private static string Expected(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var project = folder;
        while (Directory.GetFiles(project, "*.csproj").Length == 0)
        {
            project = Path.GetDirectoryName(project)!;
        }

        var root = Path.GetFileName(project) == "Keyline.Core" ? "Keyline" : Path.GetFileName(project);
        var inside = Path.GetRelativePath(project, folder);
        return inside == "." ? root : $"{root}.{inside.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*#(pragma|nullable)\b|SuppressMessage", RegexOptions.Multiline)]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"//.*\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"\b(Skip|SkipWhen|SkipUnless)\s*=|Assert\.Skip")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId\s*=\s*)?(\d+)")]
    private static partial Regex Event();
}
