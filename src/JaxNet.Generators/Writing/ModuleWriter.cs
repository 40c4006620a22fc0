using JaxNet.Generators.Model;

namespace JaxNet.Generators.Writing;

/// <summary>Writes a template's module: the typed way into the two compiled functions.</summary>
internal sealed class ModuleWriter(
    SourceWriter writer, TemplateSurface surface, TemplateBody? body, Summary summary, IReadOnlyList<ResolvedMember?> members)
{
    private readonly GlueNames _glue = surface.Context.Glue;

    private bool HasBuilder => summary.HasParameters;

    private bool IsMadeOfLayers => summary.IsLayerList || summary.HasOnlyLayers;

    private string Params => surface.ParamsType;

    /// <summary>What the functions can't infer: the template's own type parameters may stand in no argument.</summary>
    private string TypeArguments => surface.OwnTypeParameters.Count == 0 ? "" : HasBuilder ? surface.TypeParameters : surface.OwnTypeParameterList;

    public void Write()
    {
        writer.Line($"/// <summary><c>{surface.Name}</c> as a module: a network without its weights.</summary>");
        writer.Open($"{surface.TypeAccessibility} sealed class {surface.ModuleType}({Signatures.KeptHyperparameterList(surface)}) : {Signatures.ModuleBase(surface)}{surface.Constraints}");
        if (surface.IsSingleton)
        {
            writer.Line("/// <summary>The module that everybody shares; <c>new</c> makes one of one's own.</summary>");
            writer.Line($"public static {surface.ModuleType} Instance {{ get; }} = new();");
            writer.Line();
        }

        WriteStaticConstructor();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override string Name => \"{surface.Name}\";");
        if (!HasBuilder || IsMadeOfLayers)
        {
            var layers = summary.IsLayerList ? surface.Parameters.Where(parameter => parameter.Role == ParameterRole.Layers) : surface.SingleLayers;
            var value = !HasBuilder ? "false" : $"global::JaxNet.ModuleLayers.NeedParameters({string.Join(", ", layers.Select(layer => layer.Name))})";
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override bool NeedsParameters => {value};");
        }

        foreach (var (header, value, hyperparameter) in LayerProperties.Of(surface))
        {
            writer.Line();
            writer.Line($"/// <summary>What it was given for <c>{hyperparameter}</c>: modules, and functions as modules without parameters.</summary>");
            writer.Line($"{header} => {value};");
        }

        if (TypedCalls.AreNeeded(surface))
            WriteTypedCalls();

        if (summary.KeepsState && surface.StateOwner is null)
            WriteInitWithState();

        WriteRun();
        WriteInitialize();
        WriteCollectShared();
        WriteConversion();

        writer.Close();
        writer.Line();
    }

    /// <summary>
    /// C# may run a static field's initializer on first use, which would be in the body: a tensor that is made there would be disposed with the body's others.
    /// </summary>
    private void WriteStaticConstructor()
    {
        if (body is not { StaticTypes.Count: > 0 })
            return;

        writer.Open($"static {surface.Prefix}Module()");
        writer.Line("// Tensors in static fields are made before a body uses them, as what is made in it is disposed behind it.");
        foreach (var type in body.StaticTypes)
            writer.Line($"global::System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof({type}).TypeHandle);");

        writer.Close();
        writer.Line();
    }

    /// <summary>The state with the template's own type of it.</summary>
    private void WriteInitWithState()
    {
        var (key, mode, inputs) = (Fresh.Name("key", surface), Fresh.Name("mode", surface), InputsName);
        var (parameters, state) = (Fresh.Name("parameters", surface), Fresh.Name("state", surface));
        writer.Line();
        writer.Line("/// <summary>Draws initial parameters, and makes the initial running state.</summary>");
        writer.Open(
            $"public new ({Params} Parameters, {surface.StateType} State) InitWithState(" +
            $"{_glue["Key"]} {key}, {surface.InputsType} {inputs}, {_glue["Mode"]} {mode} = {_glue["Mode"]}.Train)");
        writer.Line($"var ({parameters}, {state}) = base.InitWithState({key}, {inputs}, {mode});");
        writer.Line($"return ({parameters}, new({state}));");
        writer.Close();
    }

    private void WriteTypedCalls()
    {
        var calls = new TypedCalls(surface, surface.StateType);
        Write(calls.Init, "Draws initial parameters with a key chain that starts at the key, from example inputs.");
        if (summary.KeepsState && surface.StateOwner is null)
        {
            Write(calls.InitWithState, "Draws initial parameters, and makes the initial running state.");
            Write(calls.ApplyState, "Evaluates the network, and gives the next running state: a pure function of its arguments.");
        }

        Write(calls.Apply, "Evaluates the network: a pure function of its arguments.");
        Write(calls.ApplyFrom, "Evaluates the network with the parameters of another module that contains the same modules.");

        void Write((string Header, string Body) call, string summary)
        {
            writer.Line();
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"{call.Header} =>");
            Expression($"{call.Body};");
        }
    }

    private void WriteRun()
    {
        var (parameters, scope, inputs) = (Fresh.Name("parameters", surface), Fresh.Name("scope", surface), InputsName);

        // Where a layer has no parameters, whoever calls it may have kept none.
        var given = IsMadeOfLayers ? $"{parameters} ?? {Params}.Empty" : parameters;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {surface.ReturnType} Run({Params} {parameters}, {_glue["ApplyScope"]} {scope}, {surface.InputsType} {inputs}) =>");
        Expression($"{surface.Prefix}Apply{TypeArguments}({(HasBuilder ? given + ", " : "")}{scope}{Arguments(inputs)});");
    }

    private void WriteInitialize()
    {
        var (slot, scope, inputs) = (Fresh.Name("slot", surface), Fresh.Name("scope", surface), InputsName);
        var (builder, output) = (Fresh.Name("builder", surface), Fresh.Name("output", surface));
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public override {surface.ReturnType} Initialize({_glue["Slot"]}<{Params}> {slot}, {_glue["InitScope"]} {scope}, {surface.InputsType} {inputs})");
        if (HasBuilder)
        {
            writer.Line($"var {builder} = new {surface.BuilderType}();");
            writer.Line($"var {output} = {surface.Prefix}Init{TypeArguments}({builder}, {scope}{Arguments(inputs)});");
            writer.Line($"{slot}.Value = {builder}.Build();");
            writer.Line($"return {output};");
        }
        else
        {
            writer.Line($"{slot}.Value = {Params}.Empty;");
            writer.Line($"return {surface.Prefix}Init{TypeArguments}({scope}{Arguments(inputs)});");
        }

        writer.Close();
    }

    private void WriteCollectShared()
    {
        var (parameters, found) = (Fresh.Name("parameters", surface), Fresh.Name("found", surface));
        var header = $"public override void CollectShared(object? {parameters}, global::JaxNet.SharedModules {found})";
        if (summary.IsLayerList)
        {
            var layers = surface.Parameters.First(parameter => parameter.Role == ParameterRole.Layers).Name;
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"{header} =>");
            Expression($"{found}.Add(({Params}){parameters}!, {layers});");
            return;
        }

        var called = members.Where(member => member?.Member is LayerMember or NamedLayersMember).ToList();
        if (called.Count == 0)
            return;

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open(header);
        writer.Line($"base.CollectShared({parameters}, {found});");
        foreach (var member in called)
        {
            var ofMember = $"(({Params}){parameters}!).{member!.Name}";
            writer.Line(member.Member is LayerMember layer ? $"{found}.AddLayer({layer.Hyperparameter}, {ofMember});" : $"{found}.AddLayers({((NamedLayersMember)member.Member).Hyperparameter}, {ofMember});");
        }

        writer.Close();
    }

    /// <summary>A module of two inputs is a layer of two inputs; the base class knows only of the pair.</summary>
    private void WriteConversion()
    {
        if (Signatures.LayerConversion(surface) is not { } conversion)
            return;

        writer.Line();
        writer.Line("/// <summary>The module as a layer. In a template's body the generator sees through it; a call of it elsewhere throws.</summary>");
        writer.Line($"{conversion} => global::JaxNet.ModuleLayers.AsLayer(module);");
    }

    private string InputsName => surface.Inputs.Count() == 1 ? surface.Inputs.Single().Name : Fresh.Name("inputs", surface);

    private string Arguments(string inputs) => string.Concat(surface.Parameters.Select(parameter => ", " + (parameter.Role != ParameterRole.Input
        ? parameter.Name
        : surface.Inputs.Count() == 1 ? inputs : surface.InputOf(inputs, parameter))));

    private void Expression(string text)
    {
        writer.Indent();
        writer.Line(text);
        writer.Unindent();
    }
}
