using System.Text.RegularExpressions;

namespace Keyline.Architecture.Tests;

/// <summary>The invariants of the design that are built so far have tests that name them: <c>I4_…</c>.</summary>
public partial class InvariantTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(12)]
    public void An_invariant_has_tests_that_name_it(int invariant) =>
        Assert.Contains(Repository.Sources("tests", "*.cs"), file => Named().Matches(File.ReadAllText(file))
            .Any(found => found.Groups[1].Value == $"{invariant}"));

    [GeneratedRegex(@"\b(?:void|Task) I(\d+)_\w+\(")]
    private static partial Regex Named();
}
