namespace Keyline.Server.Cli.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="About">What was looked at.</param>
/// <param name="Says">What was found.</param>
/// <param name="ToDo">What to do; empty when there is nothing to do.</param>
internal sealed record Finding(FindingLevel Level, string About, string Says, string ToDo = "")
{
    public static Finding Ok(string about, string says) => new(FindingLevel.Ok, about, says);

    public static Finding Warn(string about, string says, string toDo) => new(FindingLevel.Warn, about, says, toDo);

    public static Finding Fail(string about, string says, string toDo) => new(FindingLevel.Fail, about, says, toDo);

    /// <summary>One line of text, and a second one where something is to be done.</summary>
    public override string ToString()
    {
        var word = Level switch
        {
            FindingLevel.Ok => "ok  ",
            FindingLevel.Warn => "warn",
            _ => "FAIL",
        };
        return $"{word}  {Line(About)}: {Line(Says)}" + (ToDo.Length == 0 ? "" : $"{Environment.NewLine}      {Line(ToDo)}");
    }

    // What others have typed or sent must not add lines of its own.
    private static string Line(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
