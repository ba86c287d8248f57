namespace Keyline.Server.Cli;

/// <summary>What commands print: results to standard output, complaints to standard error.</summary>
internal static class Output
{
    /// <summary>Exit code of a command whose work was refused.</summary>
    public const int Refused = 1;

    /// <summary>Exit code of a command that was called wrongly.</summary>
    public const int Misused = 2;

    public static int WrongSettings(IEnumerable<string> faults)
    {
        Console.Error.WriteLine("Keyline can't start with these settings:");
        foreach (var fault in faults)
        {
            Console.Error.WriteLine("  - " + fault);
        }

        return Misused;
    }

    /// <summary>Says why not, and what to do.</summary>
    public static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return Refused;
    }

    /// <summary>Prints rows under their headings, in columns.</summary>
    public static void Table(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, string whenEmpty)
    {
        if (rows.Count == 0)
        {
            Console.WriteLine(whenEmpty);
            return;
        }

        var widths = headings.Select((heading, column) => Math.Max(heading.Length, rows.Max(row => row[column].Length))).ToArray();
        foreach (var row in rows.Prepend(headings))
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
