namespace Keyline.Journal;

/// <summary>Something that must forget what it believed when a change says so. Called in order, on every node.</summary>
public interface IChangeListener
{
    /// <summary>Takes in one committed change. It may be told of the same change twice.</summary>
    void OnChange(Change change);
}
