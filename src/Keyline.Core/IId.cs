namespace Keyline;

/// <summary>An identifier made of a UUIDv7; each kind is a type of its own, so that one can't be passed for another.</summary>
/// <typeparam name="TSelf">The kind itself.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The identifier's value.</summary>
    Guid Value { get; }

    /// <summary>Wraps a value that was read back from storage or from text.</summary>
    static abstract TSelf From(Guid value);
}
