// The subset of TensorFlow.js and face-api that is used. Their own types need those of a browser,
// and neither package has to be installed.

export interface TfTensor {
  readonly shape: readonly number[];
  dataSync(): Float32Array;
}

export interface TensorFlow {
  /** Only present in the build for the wasm backend. */
  setWasmPaths?(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tidy(compute: () => void): void;
  tensor3d(values: Uint8Array | Float32Array, shape: readonly [number, number, number], type: 'int32'): TfTensor;
  tensor(values: Uint8Array | Float32Array, shape: readonly number[], type: 'float32'): TfTensor;
  loadGraphModel(handler: { load(): Promise<object> }): Promise<TfGraphModel>;
  stack(tensors: readonly TfTensor[]): TfTensor;
  slice(tensor: TfTensor, begin: readonly number[], size: readonly number[]): TfTensor;
  reshape(tensor: TfTensor, shape: readonly number[]): TfTensor;
  cast(tensor: TfTensor, type: 'float32'): TfTensor;
  equal(tensor: TfTensor, value: number): TfTensor;
  notEqual(tensor: TfTensor, value: number): TfTensor;
  mul(a: TfTensor, b: TfTensor): TfTensor;
  /** The largest values of each row, in descending order, and their indices. */
  topk(tensor: TfTensor, count: number): { readonly values: TfTensor; readonly indices: TfTensor };
  gather(tensor: TfTensor, places: TfTensor, axis: number, batchDims: number): TfTensor;
  readonly io: {
    decodeWeights(buffer: ArrayBuffer, specs: readonly object[]): Readonly<Record<string, TfTensor>>;
  };
}

export interface TfGraphModel {
  execute(input: TfTensor, node: string): TfTensor;
}

export interface FaceNet {
  loadFromWeightMap(weights: Readonly<Record<string, TfTensor>>): void;
}

export interface FaceApi {
  readonly tf: TensorFlow;
  readonly NetInput: new (pictures: readonly TfTensor[]) => object;
  readonly nets: {
    readonly ssdMobilenetv1: FaceNet & {
      /** One tensor per picture: 5118 x (top, left, bottom, right), and 5118 scores. */
      forwardInput(input: object): { readonly boxes: readonly TfTensor[]; readonly scores: readonly TfTensor[] };
    };
    readonly ageGenderNet: FaceNet & {
      /** Age in years, and the probabilities of male and female. */
      forwardInput(input: object): { readonly age: TfTensor; readonly gender: TfTensor };
    };
  };
}
