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
