export interface BundledModel {
  readonly id: string;
  /** Name of the family, as people write it. */
  readonly name: string;
}

/** The models that come with the lab, in the order in which they are listed everywhere. */
export const bundledModels: readonly BundledModel[] = [
  { id: 'resnet', name: 'ResNet' },
  { id: 'densenet', name: 'DenseNet' },
  { id: 'vgg', name: 'VGG' },
  { id: 'alexnet', name: 'AlexNet' },
  { id: 'squeezenet', name: 'SqueezeNet' },
];

export const bundledModelIds: readonly string[] = bundledModels.map(({ id }) => id);

/** The name that a person knows the model by; the id itself where it is not a bundled one. */
export function modelName(id: string): string {
  return bundledModels.find((model) => model.id === id)?.name ?? id;
}
