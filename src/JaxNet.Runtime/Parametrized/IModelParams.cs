namespace JaxNet;

/// <summary>Parameters around those of a model that runs in the place of its module, with no name of its own there: as of <c>Regularized</c>.</summary>
internal interface IModelParams
{
    object? Model { get; }
}
