using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Requests;

/// <summary>The fields of a posted form, read without a throw: what can't be read is an empty form.</summary>
public sealed class PostedForm
{
    private readonly IFormCollection _fields;

    private PostedForm(IFormCollection fields) => _fields = fields;

    /// <summary>Binds a handler's parameter.</summary>
    public static async ValueTask<PostedForm> BindAsync(HttpContext context)
    {
        try
        {
            return new PostedForm(context.Request.HasFormContentType
                ? await context.Request.ReadFormAsync(context.RequestAborted)
                : FormCollection.Empty);
        }
        catch (InvalidDataException)
        {
            return new PostedForm(FormCollection.Empty);
        }
    }

    /// <summary>A field that came exactly once, trimmed; empty otherwise.</summary>
    public string Text(string name) => _fields.TryGetValue(name, out var values) && values.Count == 1 ? (values[0] ?? "").Trim() : "";

    /// <summary>A field that may come several times, such as check boxes of one name.</summary>
    public IReadOnlyList<string> All(string name) =>
        _fields.TryGetValue(name, out var values) ? [.. values.Select(value => value ?? "")] : [];

    /// <summary>The text of an uploaded file; empty when there is none, or a larger one.</summary>
    public async Task<string> FileAsync(string name, int maxBytes, CancellationToken ct)
    {
        if (_fields.Files.GetFile(name) is not { } file || file.Length > maxBytes)
        {
            return "";
        }

        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(ct);
    }

    /// <summary>Whether a check box is ticked.</summary>
    public bool Ticked(string name) => Text(name) == "true";

    /// <summary>A field that holds an id; null when it holds none.</summary>
    public Guid? Id(string name) => Guid.TryParseExact(Text(name), "D", out var id) ? id : null;

    /// <summary>A field that holds a whole number; null when it holds none.</summary>
    public int? Number(string name) =>
        int.TryParse(Text(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
