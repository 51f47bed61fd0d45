import type { Source } from './lesson-text.ts';

export const zhangCai: Source = {
  authors: 'Zhang and Cai',
  title: 'Robustness augmentation of deep learning model based on pixel change',
  where: 'Journal of Software Engineering and Applications 14, 2021',
  href: 'https://doi.org/10.4236/jsea.2021.144008',
};

export const su: Source = {
  authors: 'Su, Vargas and Sakurai',
  title: 'One pixel attack for fooling deep neural networks',
  where: 'IEEE Transactions on Evolutionary Computation 23, 2019',
  href: 'https://doi.org/10.1109/TEVC.2019.2890858',
};

export const goodfellow: Source = {
  authors: 'Goodfellow, Shlens and Szegedy',
  title: 'Explaining and harnessing adversarial examples',
  where: 'ICLR 2015',
  href: 'https://arxiv.org/abs/1412.6572',
};

export const madry: Source = {
  authors: 'Madry and others',
  title: 'Towards deep learning models resistant to adversarial attacks',
  where: 'ICLR 2018',
  href: 'https://arxiv.org/abs/1706.06083',
};

export const rusak: Source = {
  authors: 'Rusak and others',
  title: 'A simple way to make neural networks robust against diverse image corruptions',
  where: 'ECCV 2020',
  href: 'https://arxiv.org/abs/2001.06057',
};

export const clopper: Source = {
  authors: 'Clopper and Pearson',
  title: 'The use of confidence or fiducial limits illustrated in the case of the binomial',
  where: 'Biometrika 26, 1934',
  href: 'https://doi.org/10.1093/biomet/26.4.404',
};
