using System.Text.RegularExpressions;

namespace Keyline.Architecture.Tests;

/// <summary>Names that say nothing are not used.</summary>
public partial class NameTests
{
    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(Product.Types, type => SaysNothing().IsMatch(type.Name.Split('`')[0]));

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() => Assert.DoesNotContain(
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories),
        folder => EmptyFolder().IsMatch(Path.GetFileName(folder)));

    [Theory]
    [InlineData("PersonManager", true)]
    [InlineData("JsonHelper", true)]
    [InlineData("MailService", true)]
    [InlineData("DefaultClock", true)]
    [InlineData("StoreBase", true)]
    [InlineData("StoreImpl", true)]
    [InlineData("Database", false)]
    [InlineData("Defaults", false)]
    [InlineData("ServiceProviderMetadata", false)]
    public void The_rule_knows_such_names(string name, bool saysNothing) => Assert.Equal(saysNothing, SaysNothing().IsMatch(name));

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility|Utilities|Processor|Service|Impl|[a-z]Base)$|^(Default|Base|Abstract)[A-Z]")]
    private static partial Regex SaysNothing();

    [GeneratedRegex("^(Interfaces|Helpers|Models|Utils|Common|Misc|Services|Managers|Extensions|Enums|Dtos|Entities)$")]
    private static partial Regex EmptyFolder();
}
