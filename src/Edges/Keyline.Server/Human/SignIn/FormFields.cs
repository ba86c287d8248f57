namespace Keyline.Server.Human.SignIn;

/// <summary>The fields of a posted form, read without a throw: what can't be read is an empty form.</summary>
internal sealed class FormFields
{
    /// <summary>The field by which a form says that it was posted once more from here.</summary>
    public const string Again = "again";

    private readonly IFormCollection? _form;

    private FormFields(IFormCollection? form) => _form = form;

    public static async Task<FormFields> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            return new FormFields(null);
        }

        try
        {
            return new FormFields(await request.ReadFormAsync(ct));
        }
        catch (Exception bad) when (bad is InvalidDataException or BadHttpRequestException)
        {
            return new FormFields(null);
        }
    }

    /// <summary>A field that came exactly once; null otherwise.</summary>
    public string? Find(string name) => _form is not null && _form.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
}
